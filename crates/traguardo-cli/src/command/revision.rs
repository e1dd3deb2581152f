//! `traguardo revision …`: the revisions of a plan, their register, the draft of the next one, and
//! adopting it by an act.
//! Not here: what a revision changes, which is the core's.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::access::{Action, On};
use traguardo::difference::{Difference, Side, diff_all};
use traguardo::edit::{Contents, Edit, apply};
use traguardo::number;
use traguardo::question::keep_answers;
use traguardo::reading::Readings;
use traguardo::report::Report;
use traguardo::revision::{Act, Origin, Revision, Share, Variation};
use traguardo::text::{Arg, Texts};
use traguardo_files::register::{act, write_csv, write_json, write_revisions};
use traguardo_store::{Draft, DraftSaved, Signature, Store, Stored};

use super::{Done, date, format};
use crate::fault::{DONE, Fault};
use crate::{acting, clock, difference_table, input, output};

/// A plan in a database, by its body and year.
struct Asked<'a> {
    store: &'a Store,
    ipa: &'a str,
    year: i16,
    words: &'static Texts,
}

pub fn run(matches: &ArgMatches, words: &'static Texts) -> Done {
    let Some((name, matches)) = matches.subcommand() else {
        return Err(Fault::command_line("cli-command-missing"));
    };
    let (ipa, year) = input::plan_path(&input::argument(matches, "plan"))?;
    input::runtime()?.block_on(async {
        let store = Store::open_existing(&input::argument(matches, "db")).await?;
        let asked = Asked { store: &store, ipa: &ipa, year, words };
        match name {
            "list" => asked.list(format(matches)).await?,
            "show" => asked.show(matches).await?,
            "diff" => asked.diff(matches).await?,
            "draft" => asked.draft(matches).await?,
            "adopt" => asked.adopt(matches).await?,
            _ => asked.register(format(matches)).await?,
        }
        store.close().await;
        Ok(ExitCode::from(DONE))
    })
}

impl Asked<'_> {
    /// Every revision on a line, and the draft of the next one.
    async fn list(&self, format: &str) -> Result<(), Fault> {
        let revisions = self.store.revisions(self.ipa, self.year).await?;
        let mut out = anstream::stdout().lock();
        if format == "json" {
            return Ok(write_revisions(&mut out, &revisions)?);
        }
        for revision in &revisions {
            writeln!(out, "{}", self.line(revision))?;
        }
        if let Some(draft) = self.store.draft(self.ipa, self.year).await? {
            writeln!(out, "{}", self.words.say("cli-revision-draft-there", &told(&draft)))?;
        }
        Ok(())
    }

    /// A revision on a line: from when it stands, by what act, and why.
    fn line(&self, revision: &Revision) -> String {
        let reason = revision.reason.as_deref().map(|reason| reason.replace('\n', " "));
        let args = [
            ("number", revision.number.to_string().into()),
            ("from", revision.stands_from().to_string().into()),
            ("origin", self.words.say(origin(revision), &[]).into()),
            ("act", act(revision, self.words).into()),
            ("reason", reason.unwrap_or_else(|| "none".to_owned()).into()),
        ];
        self.words.say("cli-revision-line", &args)
    }

    /// One revision: by what act it stands, and what it changed.
    async fn show(&self, matches: &ArgMatches) -> Result<(), Fault> {
        let number = asked_number(matches, "revision");
        let revisions = self.store.revisions(self.ipa, self.year).await?;
        let whole = self.contents(number).await?;
        let found = revisions.iter().find(|revision| revision.number == number);
        let mut out = BufWriter::new(anstream::stdout().lock());
        if let Some(revision) = found {
            writeln!(out, "{}", self.line(revision))?;
        }
        match found.and_then(|revision| revision.based_on) {
            Some(before) => {
                let before = self.contents(before).await?;
                difference_table::write(&mut out, &difference(&before, &whole), self.words)?;
            }
            None => writeln!(out, "{}", self.words.say("revisions-first", &[]))?,
        }
        Ok(out.flush()?)
    }

    /// What one revision says that another does not.
    async fn diff(&self, matches: &ArgMatches) -> Result<(), Fault> {
        let (from, to) = (asked_number(matches, "from"), asked_number(matches, "to"));
        let found = difference(&self.contents(from).await?, &self.contents(to).await?);
        let mut out = BufWriter::new(anstream::stdout().lock());
        match format(matches) {
            "json" => traguardo_files::difference::write_json(&mut out, &found, self.words)?,
            _ => difference_table::write(&mut out, &found, self.words)?,
        }
        Ok(out.flush()?)
    }

    /// Opens the draft, takes a hand-in into it, or gives it up; then says what it would change.
    async fn draft(&self, matches: &ArgMatches) -> Result<(), Fault> {
        let by = self.signature(matches, Action::EditDraft).await?;
        if matches.get_flag("give-up") {
            self.store.drop_draft(self.ipa, self.year, &by).await?;
            output::tell(&self.words.say("cli-revision-given-up", &[]));
            return Ok(());
        }
        let path = matches.get_one::<String>("hand-in");
        // What cannot be taken opens no draft.
        let new = path.map(|path| self.handed_in(path)).transpose()?;
        let reason = matches.get_one::<String>("draft-reason").map(String::as_str);
        let mut draft = self.store.open_draft((self.ipa, self.year), reason, &by).await?;
        if let Some((path, mut new)) = path.zip(new) {
            keep_answers(&mut new.plan, &draft.contents.plan.answers);
            let taken = apply(&draft.contents, &Edit::HandIn(Box::new(new)));
            draft.contents = taken.map_err(|_| self.of_another_plan())?;
            let saved = self.store.save_draft(&draft.contents, draft.version, path, &by).await?;
            match saved {
                DraftSaved::Saved(version) => (draft.version, draft.saved) = (version, by),
                DraftSaved::Second { first, .. } => {
                    return Err(Fault::input("cli-revision-second").with("who", first.who));
                }
            }
        }
        let stored = self.store.load(self.ipa, self.year).await?;
        let mut out = BufWriter::new(anstream::stdout().lock());
        writeln!(out, "{}", self.words.say("cli-revision-draft-there", &told(&draft)))?;
        let old = Contents { plan: stored.plan.clone(), rules: stored.rules.clone() };
        difference_table::write(&mut out, &difference(&old, &draft.contents), self.words)?;
        self.effects(&mut out, &stored, &draft.contents)?;
        Ok(out.flush()?)
    }

    /// The plan and the rules of a folder or a workbook.
    fn handed_in(&self, path: &str) -> Result<Contents, Fault> {
        let hand_in = traguardo_files::read(Path::new(path))?;
        output::issues(&hand_in.issues, &hand_in.layout, self.words);
        if hand_in.issues.iter().any(|issue| issue.kind.forbids_storing()) {
            return Err(Fault::input("cli-import-refused"));
        }
        if (hand_in.plan.body.ipa.as_str(), hand_in.plan.year) != (self.ipa, self.year) {
            return Err(self.of_another_plan());
        }
        Ok(Contents { plan: hand_in.plan, rules: hand_in.rules })
    }

    fn of_another_plan(&self) -> Fault {
        Fault::input("draft-other-plan").with("plan", format!("{} {}", self.ipa, self.year))
    }

    /// The nodes whose printed score the draft makes another.
    fn effects(&self, out: &mut impl Write, stored: &Stored, new: &Contents) -> Result<(), Fault> {
        let day = stored.plan.situation_date(&stored.readings, clock::today());
        let before = Report::new(&stored.plan, &stored.readings, &stored.rules, day);
        let after = Report::new(&new.plan, &stored.readings, &new.rules, day);
        let printed = |report: &Report<'_>, code: &str| {
            let score = report.scores.node(code).and_then(|node| node.score());
            score.map_or_else(
                || self.words.say("draft-no-score", &[]),
                |score| report.rules.printed(score),
            )
        };
        for node in &new.plan.nodes {
            let (then, now) = (printed(&before, &node.code), printed(&after, &node.code));
            if then != now {
                writeln!(out, "{}  {}  {then} → {now}", node.code, node.title)?;
            }
        }
        Ok(())
    }

    /// Adopts the draft by an act.
    async fn adopt(&self, matches: &ArgMatches) -> Result<(), Fault> {
        let date = date(&input::argument(matches, "date"))?;
        let (organ, number) =
            (input::argument(matches, "organ"), input::argument(matches, "number"));
        let Some(draft) = self.store.draft(self.ipa, self.year).await? else {
            return Err(Fault::input("store-draft-unknown"));
        };
        let by = self.signature(matches, Action::Adopt).await?;
        let file = match matches.get_one::<String>("act-file") {
            None => None,
            Some(path) => {
                let bytes = input::small_file(path, traguardo_store::EVIDENCE_BYTES)?;
                let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
                Some(self.store.keep_act(&name, bytes).await?)
            }
        };
        let act = Act { organ, number, date, file };
        let of = (self.ipa, self.year);
        let number = self.store.adopt(of, draft.version, &act, &by).await?;
        let args = [("number", number.to_string().into()), ("date", act.date.into())];
        Ok(output::answer(&self.words.say("cli-revision-adopted", &args))?)
    }

    /// The register of variations, with the share of objectives that were changed.
    async fn register(&self, format: &str) -> Result<(), Fault> {
        let register = self.store.register(self.ipa, self.year).await?;
        let mut out = BufWriter::new(anstream::stdout().lock());
        match format {
            "json" => write_json(&mut out, &register, self.words)?,
            "csv" => write_csv(&mut out, &register, self.words)?,
            _ => {
                for (revision, list) in &register.steps {
                    writeln!(out, "{}", self.line(revision))?;
                    list.iter().try_for_each(|one| self.variation(&mut out, one))?;
                }
                writeln!(out, "{}", self.words.say("cli-revision-share", &share(&register.share)))?;
            }
        }
        Ok(out.flush()?)
    }

    fn variation(&self, out: &mut impl Write, variation: &Variation) -> std::io::Result<()> {
        let kind = self.words.say(variation.kind.key(), &[]);
        let name = self.words.sentence(&variation.item.name());
        writeln!(out, "    {kind}  {name}  {}", variation.title)?;
        for cell in &variation.cells {
            writeln!(out, "        {}", self.words.sentence(&cell.sentence()))?;
        }
        Ok(())
    }

    async fn signature(&self, matches: &ArgMatches, to: Action) -> Result<Signature, Fault> {
        acting::signature(self.store, matches, (to, On::Body(self.ipa)), self.words).await
    }

    async fn contents(&self, number: i64) -> Result<Contents, Fault> {
        let Stored { plan, rules, .. } =
            self.store.load_revision(self.ipa, self.year, number).await?;
        Ok(Contents { plan, rules })
    }
}

fn difference(old: &Contents, new: &Contents) -> Difference {
    let none = Readings::default();
    let old = Side { plan: &old.plan, readings: &none, rules: &old.rules };
    diff_all(old, Side { plan: &new.plan, readings: &none, rules: &new.rules })
}

fn asked_number(matches: &ArgMatches, name: &str) -> i64 {
    matches.get_one::<i64>(name).copied().unwrap_or_default()
}

fn told(draft: &Draft) -> [(&'static str, Arg<'static>); 3] {
    [
        ("based", draft.based_on.unwrap_or_default().to_string().into()),
        ("who", draft.saved.who.clone().into()),
        ("date", draft.saved.at.date().into()),
    ]
}

fn share(share: &Share) -> [(&'static str, Arg<'static>); 3] {
    let figure = share.per_cent().map(|figure| number::format(figure.round_dp(2)));
    [
        ("changed", share.changed.len().into()),
        ("programmed", share.programmed.into()),
        ("share", figure.unwrap_or_else(|| "–".to_owned()).into()),
    ]
}

/// The word for what a revision came from.
fn origin(revision: &Revision) -> &'static str {
    match revision.origin {
        Origin::HandIn => "cli-revision-handed-in",
        Origin::Answer => "cli-revision-answer",
        Origin::Draft => "cli-revision-adopted-draft",
    }
}
