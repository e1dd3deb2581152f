//! Evidence is kept under its hash, compared, and copied with the database; plans at hand follow
//! what is written. Not here: what kinds of files the pages take.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use traguardo::collection::{Proof, Verdict};
use traguardo::edit::{Edit, apply};
use traguardo::period::parse_moment;
use traguardo::revision::Act;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{EVIDENCE_BYTES, Offered, OfferedContent, Saying, Store};

use crate::engines::{on_both_engines, open, postgres, signature, sqlite};

on_both_engines! {
    a_file_is_kept_under_its_hash_and_a_link_as_it_is,
    what_is_too_large_or_of_no_reading_is_refused,
    a_file_that_was_changed_or_is_gone_is_found,
    evidence_comes_back_from_a_copy_on_either_engine,
    a_plan_at_hand_follows_what_others_write,
    the_readings_of_one_indicator_come_with_their_marks,
    the_file_of_an_act_is_compared_and_copied_as_evidence_is,
}

async fn saved(url: &str) -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = open(url).await.with_data_folder(folder.path());
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    store.save(&plan, &readings, &rules, &signature(), |_, _| ()).await.unwrap();
    (store, folder)
}

fn file(reading: usize, bytes: &[u8]) -> Offered {
    let content =
        OfferedContent::File { media: "application/pdf".to_owned(), bytes: bytes.to_vec() };
    Offered { reading, name: "verbale è.pdf".to_owned(), content }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn kept(folder: &Path, bytes: &[u8]) -> PathBuf {
    folder.join("prove").join(hash(bytes))
}

async fn prove(store: &Store, offered: Offered) -> Result<Proof, traguardo_store::StoreError> {
    Ok(store.prove("cciaa_mo", 2020, offered, &signature()).await?.proof)
}

async fn a_file_is_kept_under_its_hash_and_a_link_as_it_is(url: &str) {
    let (store, folder) = saved(url).await;
    for _ in 0..2 {
        let Proof::File { bytes: 5, sha256, .. } = prove(&store, file(0, b"prova")).await.unwrap()
        else {
            panic!("no file");
        };
        assert_eq!(sha256, hash(b"prova"));
    }
    assert_eq!(std::fs::read(kept(folder.path(), b"prova")).unwrap(), b"prova");
    assert_eq!(std::fs::read_dir(folder.path().join("prove")).unwrap().count(), 1);
    assert_eq!(store.evidence(&hash(b"prova")).await.unwrap().as_deref(), Some(&b"prova"[..]));
    assert_eq!(store.evidence("../../etc/passwd").await.unwrap(), None);
    assert_eq!(store.evidence(&hash(b"altro")).await.unwrap(), None);
    let link = Proof::Link("https://ente.it/albo/12".to_owned());
    let content = OfferedContent::Link("https://ente.it/albo/12".to_owned());
    let offered = Offered { reading: 1, name: "albo".to_owned(), content };
    assert_eq!(prove(&store, offered).await.unwrap(), link);
    let evidence = store.load("cciaa_mo", 2020).await.unwrap().evidence;
    let said: Vec<_> = evidence.iter().map(|e| (e.reading, e.name.as_str())).collect();
    assert_eq!(said, [(0, "verbale è.pdf"), (0, "verbale è.pdf"), (1, "albo")]);
    assert_eq!(evidence[2].proof, link);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn what_is_too_large_or_of_no_reading_is_refused(url: &str) {
    let (store, folder) = saved(url).await;
    let large = prove(&store, file(0, &vec![0; EVIDENCE_BYTES + 1])).await.unwrap_err();
    assert_eq!(large.name(), "evidence-too-large");
    let unknown = prove(&store, file(9, b"prova")).await.unwrap_err();
    assert_eq!(unknown.name(), "reading-unknown");
    // Where the folder cannot be made.
    std::fs::remove_dir_all(folder.path().join("prove")).unwrap();
    std::fs::write(folder.path().join("prove"), "a file").unwrap();
    let refused = prove(&store, file(0, b"prova")).await.unwrap_err();
    assert_eq!(refused.name(), "evidence-not-written");
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().evidence, []);
    assert_eq!(store.verify().await.unwrap().findings, []);
}

async fn a_file_that_was_changed_or_is_gone_is_found(url: &str) {
    let (store, folder) = saved(url).await;
    prove(&store, file(0, b"prova")).await.unwrap();
    prove(&store, file(1, b"altra")).await.unwrap();
    std::fs::write(kept(folder.path(), b"prova"), "PROVA").unwrap();
    std::fs::remove_file(kept(folder.path(), b"altra")).unwrap();
    let found = store.verify().await.unwrap().findings;
    let mut names: Vec<String> =
        found.iter().map(|finding| finding.sentence().key.to_owned()).collect();
    names.sort();
    assert_eq!(names, ["trail-evidence-changed", "trail-evidence-missing"]);
}

async fn evidence_comes_back_from_a_copy_on_either_engine(url: &str) {
    let (store, folder) = saved(url).await;
    prove(&store, file(0, b"prova")).await.unwrap();
    let checked = Saying { reading: 0, verdict: Verdict::Checked, comment: None };
    store.mark("cciaa_mo", 2020, &[checked], &signature()).await.unwrap();
    let mut bytes = Cursor::new(Vec::new());
    let at = parse_moment("2020-07-22 08:00").unwrap();
    store.backup(&mut bytes, at).await.unwrap();
    let before = store.load("cciaa_mo", 2020).await.unwrap();
    for fresh in [sqlite(), postgres().await] {
        let elsewhere = tempfile::tempdir().unwrap();
        let copy = Cursor::new(bytes.get_ref());
        let (back, _) = Store::restore_or(&fresh.url, copy, elsewhere.path()).await.unwrap();
        assert_eq!(back.load("cciaa_mo", 2020).await.unwrap(), before);
        assert_eq!(back.verify().await.unwrap().findings, []);
        let beside = fresh.url.strip_prefix("sqlite:").and_then(|path| Path::new(path).parent());
        let folder = beside.unwrap_or(elsewhere.path());
        assert_eq!(std::fs::read(kept(folder, b"prova")).unwrap(), b"prova");
    }
    let nowhere = Store::restore(&postgres().await.url, Cursor::new(bytes.get_ref())).await;
    assert_eq!(nowhere.unwrap_err().name(), "data-folder-missing");
    drop(folder);
}

async fn a_plan_at_hand_follows_what_others_write(url: &str) {
    let (store, _folder) = saved(url).await;
    let first = store.standing("cciaa_mo", 2020).await.unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &store.standing("cciaa_mo", 2020).await.unwrap()));
    // Another process.
    let other = open(url).await;
    let mut plan = sample::plan();
    plan.nodes[0].title = "Altro titolo".to_owned();
    let readings = sample::readings();
    other.save(&plan, &readings, &Rules::default(), &signature(), |_, _| ()).await.unwrap();
    let second = store.standing("cciaa_mo", 2020).await.unwrap();
    assert_eq!(second.plan, plan);
    assert_eq!(store.standing("cciaa_mo", 1999).await.unwrap_err().name(), "plan-unknown-nearest");
}

async fn the_readings_of_one_indicator_come_with_their_marks(url: &str) {
    let (store, _folder) = saved(url).await;
    let checked = |reading| Saying { reading, verdict: Verdict::Checked, comment: None };
    let marks = [checked(0), checked(1)];
    store.mark("cciaa_mo", 2020, &marks, &signature()).await.unwrap();
    let part = store.readings_of("cciaa_mo", 2020, "PART").await.unwrap();
    assert_eq!(part.readings.list, sample::readings().list[1..2]);
    assert_eq!((part.positions, part.marks.len(), part.marks[0].reading), (vec![1], 1, 0));
    let none = store.readings_of("cciaa_mo", 2020, "\0").await.unwrap();
    assert!(none.positions.is_empty());
}

async fn the_file_of_an_act_is_compared_and_copied_as_evidence_is(url: &str) {
    let (store, folder) = saved(url).await;
    let of = ("cciaa_mo", 2020);
    let draft = store.open_draft(of, None, &signature()).await.unwrap();
    let gone = Edit::RemoveNode { code: "301.D1.2".to_owned() };
    let changed = apply(&draft.contents, &gone).unwrap();
    store.save_draft(&changed, 1, "301.D1.2", &signature()).await.unwrap();
    let file = store.keep_act("delibera.pdf", b"%PDF-1".to_vec()).await.unwrap();
    assert_eq!(file.sha256, hash(b"%PDF-1"));
    let date = parse_moment("2020-07-25 00:00").unwrap().date();
    let (organ, number) = ("Giunta".to_owned(), "65".to_owned());
    let act = Act { organ, number, date, file: Some(file) };
    store.adopt(of, 2, &act, &signature()).await.unwrap();
    assert_eq!(store.revisions("cciaa_mo", 2020).await.unwrap()[1].act, Some(act));
    assert_eq!(store.verify().await.unwrap().findings, []);
    let mut bytes = Cursor::new(Vec::new());
    store.backup(&mut bytes, parse_moment("2020-07-26 08:00").unwrap()).await.unwrap();
    for fresh in [sqlite(), postgres().await] {
        let elsewhere = tempfile::tempdir().unwrap();
        let copy = Cursor::new(bytes.get_ref());
        let (back, _) = Store::restore_or(&fresh.url, copy, elsewhere.path()).await.unwrap();
        let read = back.evidence(&hash(b"%PDF-1")).await.unwrap();
        assert_eq!(read.as_deref(), Some(&b"%PDF-1"[..]));
        assert_eq!(back.verify().await.unwrap().findings, []);
    }
    std::fs::write(kept(folder.path(), b"%PDF-1"), "%PDF-2").unwrap();
    let found = store.verify().await.unwrap().findings;
    assert_eq!(found[0].sentence().key, "trail-evidence-changed");
    std::fs::remove_file(kept(folder.path(), b"%PDF-1")).unwrap();
    let found = store.verify().await.unwrap().findings;
    assert_eq!((found.len(), found[0].sentence().key), (1, "trail-evidence-missing"));
    let large = store.keep_act("x.pdf", vec![0; EVIDENCE_BYTES + 1]).await.unwrap_err();
    assert_eq!(large.name(), "evidence-too-large");
}
