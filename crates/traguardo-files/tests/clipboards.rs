//! Clipboards of programs that offices use: what their tables become, row by row.
//! Not here: what is asked of doubtful cells and the documents as a whole (`pasted.rs`).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use traguardo::text::{Lang, Texts};
use traguardo_files::pasted::{Setting, Sort, read};

/// Every row of the plan that comes out, with where it stands and what is expected; what is asked;
/// and whatever was pasted besides.
fn shown(bytes: &[u8]) -> String {
    let setting = Setting { year: Some(2024), ..Setting::default() };
    let draft = read(bytes, &setting).unwrap();
    let texts = Texts::of(Lang::It);
    let mut lines: Vec<String> =
        draft.doubts.iter().map(|d| format!("? {}", d.tell(texts))).collect();
    for entry in &draft.entries {
        let known = matches!(entry.sort, Sort::Row | Sort::Branch | Sort::Header);
        if !known {
            lines.push(format!("{:?}: {}", entry.sort, entry.text()));
        }
        for made in draft.made(entry) {
            let mut line = format!("{} ({})", made.code, made.level);
            for text in [made.title, made.weight, made.target] {
                line.push_str(&format!(" | {text}"));
            }
            lines.push(line);
        }
        lines.extend(entry.doubts.iter().map(|d| format!("? {}", d.tell(texts))));
    }
    lines.join("\n")
}

#[test]
fn a_table_of_word_with_merged_cells_two_header_rows_and_list_marks() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/word.html")), @r#"
    OS1 (obiettivo strategico) | Semplificare i servizi | 60 | 
    OS1~i1 (indicatore) | Tempo medio di rilascio |  | <= 20 gg
    OS1~i2 (indicatore) | Utenti soddisfatti |  | ≥ 80 %
    OS2 (obiettivo strategico) | Digitalizzare l’archivio | 40 | 
    OS2~i1 (indicatore) | Fascicoli digitali |  | almeno 500 fascicoli
    "#);
}

#[test]
fn a_table_of_excel_with_a_hidden_column_and_codes_in_letters() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/excel.html")), @r#"
    A (obiettivo strategico) | Servizi alla persona |  | 
    A.1 (obiettivo operativo) | Nidi |  | 
    A.1.1 (azione) | Ampliare i posti |  | 
    A.1.1~i1 (indicatore) | Posti attivati |  | >= 150 posti
    A.1.2 (azione) | Liste d'attesa |  | 
    A.1.2~i1 (indicatore) | Bambini in attesa |  | <= 20
    "#);
}

#[test]
fn a_table_of_google_sheets() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/gsheets.html")), @r#"
    1.1 (obiettivo strategico) | Ridurre i tempi |  | 
    1.1~i1 (indicatore) | Giorni medi | 50,00 | non oltre 30 giorni
    1.1~i2 (indicatore) | Reclami | 50,00 | max 5 reclami
    1.2 (obiettivo strategico) | Aprire i dati |  | 
    1.2~i1 (indicatore) | Dataset | 100,00 | almeno 12 dataset entro il 31/12/2024
    "#);
}

#[test]
fn a_table_of_libreoffice() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/calc.html")), @r#"
    1 (obiettivo strategico) | Bilancio |  | 
    1.1 (obiettivo operativo) | Entrate |  | 
    1.1~i1 (indicatore) | Riscossione |  | ≥ 85%
    1.2 (obiettivo operativo) | Spese |  | 
    1.2~i1 (indicatore) | Indice di tempestività |  | ≤ 0
    "#);
}

#[test]
fn a_table_of_a_page_with_lists_in_cells_a_caption_and_a_foot() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/browser.html")), @r#"
    Text: Piano 2024
    1 (obiettivo strategico) | Comunicazione |  | 
    1~i1 (indicatore) | Newsletter inviate; Iscritti |  | almeno 12 newsletter; ≥ 500 iscritti
    2 (obiettivo strategico) | Trasparenza |  | 
    2~i1 (indicatore) | Dati pubblicati |  | 100%
    ? «100%» è scritto senza ≥ o ≤: di questo indicatore è meglio di più (cresce) o di meno (cala)?
    Text: Fonte: amministrazione trasparente
    "#);
}

#[test]
fn a_table_within_a_cell_is_a_list_of_that_cell() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/nested.html")), @r#"
    1.1 (obiettivo strategico) | Cura |  | 
    1.1~i1 (indicatore) | Ore di assistenza |  | >= 200 ore
    NotUnderstood: nascosto · x · 1
    ? Dove è stata copiata questa riga era nascosta, per esempio da un filtro: fa parte del piano («riga») o no («ignora»)?
    1.2 (obiettivo strategico) | Casa popolare |  | 
    1.2~i1 (indicatore) | Alloggi1 |  | >= 5 alloggi
    Text: 1 Fonte: ufficio casa
    "#);
}

#[test]
fn titles_across_the_table_are_branches() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/section.html")), @r#"
    ~1 (sezione) | SETTORE I – AFFARI GENERALI |  | 
    ~1~1 (obiettivo strategico) | Protocollo | 50 | 
    ~1~1~i1 (indicatore) | Tempi |  | ≤ 2 gg
    ~2 (sezione) | SETTORE II – FINANZE |  | 
    HeaderAgain: Obiettivo · Peso · Indicatore · Target
    ~2~1 (obiettivo strategico) | Bilancio | 50 | 
    ~2~1~i1 (indicatore) | Approvazione |  | entro il 31/12/2024
    "#);
}

#[test]
fn figures_set_above_the_line_are_no_digits_of_the_target() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/footnotes.html")), @r#"
    1.1 (obiettivo strategico) | Asili |  | 
    1.1~i1 (indicatore) | Posti1 |  | ≥ 80^1
    ? Il target «≥ 80^1» non si capisce con certezza: scrivi per esempio «>= 100 N.», «entro il 31/12/2020», «fra 3 e 5», «si» o «qualitativo».
    1.2 (obiettivo strategico) | Verde |  | 
    1.2~i1 (indicatore) | m2 di prato |  | ≥ 500 m2
    1.3 (obiettivo strategico) | Bandi |  | 
    1.3~i1 (indicatore) | Bandi |  | entro il 1° semestre
    Text: Nota: (1) compresi i convenzionati
    "#);
}

#[test]
fn text_of_a_pdf_with_columns_of_blanks_and_the_foot_of_a_page() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/pdf_spaces.txt")), @r#"
    Furniture: PIANO DELLA PERFORMANCE 2024 - 2026
    1.1 (obiettivo operativo) | Semplificare i procedimenti |  | 
    1.1~i1 (indicatore) | Tempo medio |  | <= 25 gg
    1.2 (obiettivo operativo) | Digitalizzare gli sportelli |  | 
    1.2~i1 (indicatore) | Servizi online |  | >= 10 servizi
    1.3 (obiettivo operativo) | Ridurre il contenzioso |  | 
    1.3~i1 (indicatore) | Ricorsi accolti |  | < 5%
    Furniture: Pag. 3
    Furniture: PIANO DELLA PERFORMANCE 2024 - 2026
    HeaderAgain: Codice · Obiettivo operativo · Indicatore · Target 2024 · Responsabile
    2.1 (obiettivo operativo) | Formare il personale |  | 
    2.1~i1 (indicatore) | Ore pro capite |  | almeno 40 ore
    "#);
}

#[test]
fn a_printed_list_with_numbering_a_line_cut_and_a_sum() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/sap.txt")), @r#"
    A.1 (obiettivo strategico) | Pagare in tempo | 50 | 
    A.1~i1 (indicatore) | Indice di tempestività |  | <= 0
    A.1.1 (obiettivo operativo) | Ridurre le fatture sospese | 30 | 
    A.1.1~i1 (indicatore) | Fatture sospese da oltre 30 giorni |  | max 20
    Joined(3): da oltre 30 giorni
    A.2 (obiettivo strategico) | Recuperare l'evasione | 50 | 
    A.2~i1 (indicatore) | Avvisi notificati |  | almeno 500 avvisi
    Text: Totale · 100
    "#);
}

#[test]
fn sums_are_no_objectives() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/totals.tsv")), @r#"
    1.1 (obiettivo strategico) | Mense | 30 | 
    1.1~i1 (indicatore) | Pasti bio |  | >= 70%
    1.2 (obiettivo strategico) | Trasporti | 70 | 
    1.2~i1 (indicatore) | Alunni trasportati |  | >= 300 alunni
    Text: Totale · 100
    2.1 (obiettivo strategico) | Sport | 100 | 
    2.1~i1 (indicatore) | Impianti aperti |  | >= 5 impianti
    Text: TOTALE PESI · 100
    "#);
}

#[test]
fn columns_in_another_order_with_other_words() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/order.csv")), @r#"
    1 (obiettivo strategico) | Recuperare l'evasione |  | 
    1~i1 (indicatore) | Accertamenti notificati | 40 | >= 90%
    2 (obiettivo strategico) | Riscrivere il regolamento |  | 
    2~i1 (indicatore) | Regolamento approvato | 60 | entro il 30/06/2024
    "#);
}

#[test]
fn years_in_the_middle_row_of_three_header_rows() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/twoheaders.tsv")), @r#"
    1.1 (obiettivo strategico) | Verde |  | 
    1.1~i1 (indicatore) | Alberi |  | >= 100
    1.2 (obiettivo strategico) | Rifiuti |  | 
    1.2~i1 (indicatore) | Differenziata |  | >= 65%
    "#);
}

#[test]
fn operational_objectives_stand_under_the_strategic_ones_of_their_number() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/numbering.tsv")), @r#"
    OS1 (obiettivo strategico) | Ambiente | 50 | 
    OO1.1 (obiettivo operativo) | Mobilità dolce |  | 
    OO1.1~i1 (indicatore) | Km di piste | 60 | >= 10 km
    OO1.2 (obiettivo operativo) | Energia |  | 
    OO1.2~i1 (indicatore) | kWh risparmiati | 40 | >= 5%
    OS2 (obiettivo strategico) | Cultura | 50 | 
    OO2.1 (obiettivo operativo) | Biblioteche |  | 
    OO2.1~i1 (indicatore) | Prestiti | 100 | >= 20.000
    "#);
}

#[test]
fn three_levels_by_indentation() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/indent.txt")), @r#"
    ~1 (obiettivo strategico) | Area tecnica |  | 
    ~1~1 (obiettivo operativo) | Lavori pubblici |  | 
    ~1~1~1 (azione) | Manutenzioni |  | 
    ~1~1~1~i1 (indicatore) | Interventi |  | >= 50
    ~1~1~2 (azione) | Collaudi |  | 
    ~1~1~2~i1 (indicatore) | Collaudi eseguiti |  | 100%
    ? «100%» è scritto senza ≥ o ≤: di questo indicatore è meglio di più (cresce) o di meno (cala)?
    ~1~2 (obiettivo operativo) | Patrimonio |  | 
    ~1~2~i1 (indicatore) | Immobili censiti |  | 100%
    ? «100%» è scritto senza ≥ o ≤: di questo indicatore è meglio di più (cresce) o di meno (cala)?
    ~2 (obiettivo strategico) | Area amministrativa |  | 
    ~2~1 (obiettivo operativo) | Personale |  | 
    ~2~1~i1 (indicatore) | Concorsi |  | >= 3
    "#);
}

#[test]
fn a_header_of_steps() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/steps.tsv")), @r#"
    1.1 (azione) | Bandi |  | 
    1.1~i1 (indicatore) | Bandi pubblicati |  | 4
    1.2 (azione) | Pagamenti |  | 
    1.2~i1 (indicatore) | Giorni medi |  | 28 gg
    "#);
}

#[test]
fn quoted_cells_over_several_lines() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/quoted.csv")), @r#"
    1.1 (obiettivo strategico) | Accoglienza, ascolto e "sportello" |  | 
    1.1~i1 (indicatore) | Utenti ricevuti |  | >= 1.000 utenti
    1.2 (obiettivo strategico) | Rete |  | 
    1.2~i1 (indicatore) | Convenzioni |  | >= 3
    "#);
}

#[test]
fn a_description_is_no_level_and_a_baseline_is_kept() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/baseline.tsv")), @r#"
    1 (obiettivo strategico) | Salute |  | 
    1~i1 (indicatore) | Tempo di attesa |  | <= 30
    2 (obiettivo strategico) | Screening |  | 
    2~i1 (indicatore) | Adesione |  | >= 55
    "#);
}

#[test]
fn a_row_cut_right_before_the_header_comes_again() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/pagebreak.tsv")), @r#"
    1.1 (obiettivo strategico) | Reti |  | 
    1.1~i1 (indicatore) | Km posati |  | >= 20 km
    1.2 (obiettivo strategico) | Illuminazione |  | 
    1.2~i1 (indicatore) | Punti luce a led installati |  | >= 300 punti
    Joined(3): led installati
    HeaderAgain: Obiettivo · Indicatore · Target 2024 · Assegnatari
    1.3 (obiettivo strategico) | Acqua |  | 
    1.3~i1 (indicatore) | Perdite |  | <= 25%
    "#);
}

#[test]
fn lines_of_windows_and_old_letters() {
    insta::assert_snapshot!(shown(include_bytes!("clipboards/crlf.tsv")), @r#"
    1.1 (obiettivo strategico) | A | 50 | 
    1.1~i1 (indicatore) | Uno | 100 | >= 1
    1.2 (obiettivo strategico) | B | 50 | 
    1.2~i1 (indicatore) | Due | 100 | Sì
    "#);
}

#[test]
fn a_table_of_markdown() {
    let text = "# Piano\n\n| **Obiettivo** | Indicatore | Target 2024 | Peso |\n\
                |:---|---|---:|:---:|\n\
                | 1.1 Servizi | Giorni di attesa | <= 30 gg | 60% |\n\
                |  | Esito A\\|B | ≥ 80 % | 40% |\n\
                | 1.2 Bilancio | Relazione | entro il<br>30/06/2024 | 100% |\n";
    insta::assert_snapshot!(shown(text.as_bytes()), @r#"
    Text: # Piano
    1.1 (obiettivo strategico) | Servizi |  | 
    1.1~i1 (indicatore) | Giorni di attesa | 60 | <= 30 gg
    1.1~i2 (indicatore) | Esito A|B | 40 | ≥ 80 %
    1.2 (obiettivo strategico) | Bilancio |  | 
    1.2~i1 (indicatore) | Relazione | 100 | entro il 30/06/2024
    "#);
}

#[test]
fn a_table_with_bars_and_no_rule() {
    let text = "Obiettivo | Indicatore | Target | Peso\n1.1 Servizi | Giorni | <= 30 gg | 100";
    insta::assert_snapshot!(shown(text.as_bytes()), @r#"
    1.1 (obiettivo strategico) | Servizi |  | 
    1.1~i1 (indicatore) | Giorni | 100 | <= 30 gg
    "#);
}

#[test]
fn hidden_rows_are_asked_about() {
    let text = "<table><tr><td>Obiettivo<td>Indicatore<td>Target 2024</tr>\
        <tr height=20><td>1.1 Web<td>Visite<td>>= 500</tr>\
        <tr height=0 style='display: none;mso-height-source:userset'><td>1.2 Fax<td>Invii<td>>= 3</tr>\
        <tr hidden><td>1.3 Telex<td>Righe<td>>= 4</tr>\
        <tr><td>1.4 Posta<td>Lettere<td>>= 9</tr></table>";
    insta::assert_snapshot!(shown(text.as_bytes()), @r#"
    1.1 (obiettivo strategico) | Web |  | 
    1.1~i1 (indicatore) | Visite |  | >= 500
    NotUnderstood: 1.2 Fax · Invii · >= 3
    ? Dove è stata copiata questa riga era nascosta, per esempio da un filtro: fa parte del piano («riga») o no («ignora»)?
    NotUnderstood: 1.3 Telex · Righe · >= 4
    ? Dove è stata copiata questa riga era nascosta, per esempio da un filtro: fa parte del piano («riga») o no («ignora»)?
    1.4 (obiettivo strategico) | Posta |  | 
    1.4~i1 (indicatore) | Lettere |  | >= 9
    "#);
}

#[test]
fn weights_at_the_end_are_of_whatever_they_make_100_of() {
    let of_indicators = "Obiettivo\tIndicatore\tTarget\tPeso\n1.1 A\tUno\t>= 1 n.\t60\n\
                         \tDue\t>= 2 n.\t40\n1.2 B\tTre\t>= 3 n.\t100\n";
    insta::assert_snapshot!(shown(of_indicators.as_bytes()), @r#"
    1.1 (obiettivo strategico) | A |  | 
    1.1~i1 (indicatore) | Uno | 60 | >= 1 n.
    1.1~i2 (indicatore) | Due | 40 | >= 2 n.
    1.2 (obiettivo strategico) | B |  | 
    1.2~i1 (indicatore) | Tre | 100 | >= 3 n.
    "#);
    let of_objectives = "Linea\tObiettivo\tIndicatore\tTarget\tPeso\n\
                         1 X\t1.1 A\tUno\t>= 1 n.\t60\n\t\tDue\t>= 2 n.\t\n\
                         \t1.2 B\tTre\t>= 3 n.\t40\n2 Y\t2.1 C\tQuattro\t>= 4 n.\t100\n";
    insta::assert_snapshot!(shown(of_objectives.as_bytes()), @r#"
    ~1 (linea) | 1 X |  | 
    1.1 (obiettivo) | A | 60 | 
    1.1~i1 (indicatore) | Uno |  | >= 1 n.
    1.1~i2 (indicatore) | Due |  | >= 2 n.
    1.2 (obiettivo) | B | 40 | 
    1.2~i1 (indicatore) | Tre | 100 | >= 3 n.
    ~2 (linea) | 2 Y |  | 
    2.1 (obiettivo) | C | 100 | 
    2.1~i1 (indicatore) | Quattro | 100 | >= 4 n.
    "#);
}
