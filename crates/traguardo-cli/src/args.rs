//! The command line: its commands and options, with help in the language of the user.
//! Not here: what the commands do, and the words of the help, which stand in the texts.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use traguardo::text::{Lang, Texts};

use crate::fault::{COMMAND_LINE, DONE};
use crate::output;

/// What was asked for.
pub struct Asked {
    /// The texts of the language asked for.
    pub words: &'static Texts,
    /// The command with its arguments.
    pub matches: ArgMatches,
}

/// Reads the command line. Help and errors are printed here; what comes back is the exit code.
pub fn read(args: impl IntoIterator<Item = OsString>) -> Result<Asked, ExitCode> {
    let args: Vec<OsString> = args.into_iter().collect();
    let words = Texts::of(language(&args));
    match command(words).try_get_matches_from(args) {
        Ok(matches) => Ok(Asked { words, matches }),
        Err(error) => Err(say(&error, words)),
    }
}

/// The language is needed before the command line is understood: its errors speak it.
fn language(args: &[OsString]) -> Lang {
    let texts: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let joined = texts.iter().find_map(|arg| arg.strip_prefix("--lang="));
    let apart = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    joined.or(apart).and_then(Lang::of).unwrap_or_default()
}

fn command(words: &Texts) -> Command {
    let commands = [
        Command::new("check").args([path(), db(), format(["table", "json"])]),
        Command::new("score").args([path(), db(), at(), format_or_csv()]),
        Command::new("explain").args([path(), code(), db(), at(), node()]),
        Command::new("audit").args([path(), db(), at(), format_or_csv()]),
        Command::new("target").args([phrase(), year(), verso(), format(["table", "json"])]),
        Command::new("diff").args([old(), new(), db(), format(["table", "json"])]),
        Command::new("import").args([
            path().required(false).required_unless_present("table"),
            db().required_unless_present("table"),
            by().conflicts_with("as"),
            acting_as(),
            dry_run(),
            yes(),
            table(),
            only_of_tables("plan-year")
                .long("year")
                .value_parser(clap::value_parser!(i16).range(1990..=2200)),
            only_of_tables("ipa"),
            only_of_tables("body-name").long("name"),
            only_of_tables("levels"),
            only_of_tables("out").conflicts_with("db"),
        ]),
        Command::new("next").args([
            path(),
            Arg::new("target").required(true),
            db(),
            Arg::new("past").long("past").action(ArgAction::Append),
            format(["table", "json"]),
        ]),
        Command::new("export").args([path(), target(), xlsx(), db(), at(), standing_on()]),
        Command::new("backup").args([file(), db(), config()]),
        Command::new("remind").args([db(), config(), dry_run(), at()]),
        Command::new("restore").args([file(), db().required(true)]),
        Command::new("verify").args([db(), config()]),
        Command::new("log").args([db(), config(), format_or_csv()]),
        Command::new("serve").args([config(), db(), host(), port()]),
        Command::new("demo").args([data(), host(), port()]),
        revision(),
        round(),
        user(),
    ];
    let root = Command::new("traguardo")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version").long("version").short('V').action(ArgAction::Version).global(false),
        )
        .arg(Arg::new("lang").long("lang").value_parser(["it", "en"]).global(true))
        .subcommands(commands);
    in_words(root, "cli", words)
}

/// Gives a command and all below it their help from the texts.
fn in_words(command: Command, key: &str, words: &Texts) -> Command {
    let say = |name: &str| words.say(name, &[]);
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        say("cli-usage")
    );
    let arguments = say("cli-arguments");
    let options = say("cli-options");
    let usage = usage(&command, key, words);
    let mut command = command
        .override_usage(usage)
        .subcommand_help_heading(say("cli-commands"))
        .about(say(&format!("{key}-about")))
        .after_help(say(&format!("{key}-examples")))
        .help_template(template)
        .disable_help_flag(true)
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help))
        .mut_args(|arg| {
            let heading = if arg.is_positional() { &arguments } else { &options };
            let help = words.say(&format!("cli-arg-{}", arg.get_id()), &[]);
            let name = words.say(&format!("cli-name-{}", arg.get_id()), &[]);
            let arg = arg.help(help).help_heading(heading.clone());
            if arg.get_action().takes_values() {
                arg.value_name(name).hide_possible_values(true).hide_default_value(true)
            } else {
                arg
            }
        });
    for below in command.get_subcommands_mut() {
        let key = format!("{key}-{}", below.get_name());
        *below = in_words(std::mem::take(below), &key, words);
    }
    command
}

/// `traguardo score [OPZIONI] PERCORSO`: clap's own line has an English word in it.
fn usage(command: &Command, key: &str, words: &Texts) -> String {
    let name = |arg: &Arg| words.say(&format!("cli-name-{}", arg.get_id()), &[]);
    let path = key.split('-').skip(1).map(String::from);
    let mut usage: Vec<String> = std::iter::once("traguardo".to_owned()).chain(path).collect();
    if command.has_subcommands() {
        usage.push(words.say("cli-name-command", &[]));
    } else {
        usage.extend(command.get_positionals().map(name));
    }
    let required = command.get_opts().filter(|arg| arg.is_required_set());
    usage.extend(required.map(|arg| format!("--{} {}", arg.get_id(), name(arg))));
    usage.push(format!("[{}]", words.say("cli-options", &[]).to_uppercase()));
    usage.join(" ")
}

/// The commands on closed rounds.
fn round() -> Command {
    let plan = || Arg::new("plan").required(true);
    let of_round = |name: &'static str| {
        let checkpoint = Arg::new("checkpoint").required(true);
        Command::new(name).args([plan(), checkpoint, db().required(true)])
    };
    let reason = Arg::new("reason").long("reason");
    Command::new("round").subcommand_required(true).disable_help_subcommand(true).subcommands([
        Command::new("list").args([plan(), db().required(true)]),
        of_round("close").args([reason, by().conflicts_with("as"), acting_as()]),
        of_round("show"),
        of_round("record").arg(format(["table", "json"])),
        of_round("compare").arg(format(["table", "json"])),
    ])
}

/// The commands on the revisions of a plan.
fn revision() -> Command {
    let of_plan = |name: &'static str| {
        let plan = Arg::new("plan").required(true);
        Command::new(name).args([plan, db().required(true)])
    };
    let whole = clap::value_parser!(i64).range(1..);
    let number = |name: &'static str| Arg::new(name).required(true).value_parser(whole);
    let asked = |name: &'static str| Arg::new(name).long(name).required(true);
    let give_up = Arg::new("give-up").long("give-up").action(ArgAction::SetTrue);
    let hand_in = Arg::new("hand-in").conflicts_with("give-up");
    let reason = Arg::new("draft-reason").long("reason").conflicts_with("give-up");
    Command::new("revision").subcommand_required(true).disable_help_subcommand(true).subcommands([
        of_plan("list").arg(format(["table", "json"])),
        of_plan("show").arg(number("revision")),
        of_plan("diff").args([number("from"), number("to"), format(["table", "json"])]),
        of_plan("draft").args([hand_in, reason, give_up, by().conflicts_with("as"), acting_as()]),
        of_plan("adopt").args([
            asked("organ"),
            asked("number"),
            asked("date"),
            Arg::new("act-file").long("file"),
            by().conflicts_with("as"),
            acting_as(),
        ]),
        of_plan("register").arg(format_or_csv()),
    ])
}

/// The commands on accounts. The password is no argument of any of them.
fn user() -> Command {
    let of_account = |name: &'static str| {
        let account = Arg::new("account").required(true);
        Command::new(name).args([account, db().required(true), acting_as()])
    };
    let role = || Arg::new("role").long("role").required(true);
    let [body, office] = ["body", "office"].map(|name| Arg::new(name).long(name));
    let place = [body, office];
    let stdin = Arg::new("password-stdin").long("password-stdin").action(ArgAction::SetTrue);
    Command::new("user").subcommand_required(true).disable_help_subcommand(true).subcommands([
        of_account("add")
            .args([Arg::new("name").long("name"), role(), stdin.clone()])
            .arg(Arg::new("mail").long("mail"))
            .args(place.clone()),
        Command::new("list").arg(db().required(true)),
        of_account("grant").arg(role()).args(place.clone()),
        of_account("revoke").arg(role()).args(place),
        of_account("password").arg(stdin),
        of_account("lock"),
        of_account("unlock"),
        of_account("mail").arg(Arg::new("mail").required(true)),
    ])
}

fn path() -> Arg {
    Arg::new("path").required(true)
}

fn code() -> Arg {
    Arg::new("code").required(true)
}

fn target() -> Arg {
    Arg::new("target").required_unless_present("xlsx").conflicts_with("xlsx")
}

fn xlsx() -> Arg {
    Arg::new("xlsx").long("xlsx")
}

/// It may begin with a dash: `-18` is a target.
fn phrase() -> Arg {
    Arg::new("phrase").required(true).allow_hyphen_values(true)
}

fn year() -> Arg {
    Arg::new("year").long("year").value_parser(clap::value_parser!(i16).range(1900..=2100))
}

fn verso() -> Arg {
    Arg::new("verso").long("verso").value_parser(["cresce", "cala"])
}

fn config() -> Arg {
    Arg::new("config").long("config")
}

fn file() -> Arg {
    Arg::new("file").required(true)
}

fn db() -> Arg {
    Arg::new("db").long("db")
}

fn at() -> Arg {
    Arg::new("at").long("at")
}

fn standing_on() -> Arg {
    Arg::new("standing-on").long("standing-on").requires("db")
}

fn node() -> Arg {
    Arg::new("node").long("node")
}

fn by() -> Arg {
    Arg::new("by").long("by")
}

/// In the name of an account, whose rights are asked.
fn acting_as() -> Arg {
    Arg::new("as").long("as")
}

fn old() -> Arg {
    Arg::new("old").required(true)
}

fn new() -> Arg {
    Arg::new("new").required(true)
}

fn dry_run() -> Arg {
    Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue)
}

fn yes() -> Arg {
    Arg::new("yes").long("yes").short('y').action(ArgAction::SetTrue).conflicts_with("dry-run")
}

/// A pasted table instead of a hand-in.
fn table() -> Arg {
    Arg::new("table").long("table").conflicts_with("path")
}

/// What only a pasted table needs: a hand-in says it itself.
fn only_of_tables(name: &'static str) -> Arg {
    Arg::new(name).long(name).requires("table")
}

fn data() -> Arg {
    Arg::new("data").long("data").default_value("dati")
}

fn host() -> Arg {
    Arg::new("host").long("host").default_value("127.0.0.1")
}

fn port() -> Arg {
    Arg::new("port").long("port").default_value("8080").value_parser(clap::value_parser!(u16))
}

fn format_or_csv() -> Arg {
    format(["table", "json"]).value_parser(["table", "json", "csv"])
}

fn format(allowed: [&'static str; 2]) -> Arg {
    Arg::new("format").long("format").default_value("table").value_parser(allowed)
}

/// Prints help as it is, and an error as a sentence in the language of the user.
fn say(error: &clap::Error, words: &Texts) -> ExitCode {
    if !error.use_stderr() {
        let _ = write!(anstream::stdout(), "{}", error.render().ansi());
        return ExitCode::from(DONE);
    }
    let found = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "cli-command-unknown",
        ErrorKind::UnknownArgument => "cli-argument-unknown",
        ErrorKind::MissingRequiredArgument => "cli-argument-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-argument-not-allowed",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "cli-command-missing"
        }
        _ => "cli-command-line",
    };
    let what = found(ContextKind::InvalidSubcommand).or_else(|| found(ContextKind::InvalidArg));
    // Of several the last is the most like it.
    let nearest = |kind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.last().cloned(),
        _ => found(kind),
    };
    let near = nearest(ContextKind::SuggestedSubcommand)
        .or_else(|| nearest(ContextKind::SuggestedArg))
        .or_else(|| nearest(ContextKind::SuggestedValue));
    let allowed = found(ContextKind::ValidValue).filter(|allowed| !allowed.is_empty());
    let sentence = words.say(
        key,
        &[
            ("what", what.unwrap_or_default().into()),
            ("found", found(ContextKind::InvalidValue).unwrap_or_default().into()),
            ("nearest", near.unwrap_or_else(|| "none".to_owned()).into()),
            ("allowed", allowed.unwrap_or_else(|| "none".to_owned()).into()),
        ],
    );
    output::fault(&sentence, words);
    ExitCode::from(COMMAND_LINE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_holds_together_and_every_word_of_its_help_is_written() {
        for lang in [Lang::It, Lang::En] {
            let mut root = command(Texts::of(lang));
            root.build();
            root.clone().debug_assert();
            let mut helps = vec![root.render_long_help().to_string()];
            for command in root.get_subcommands_mut() {
                helps.push(command.render_long_help().to_string());
                let below = command.get_subcommands_mut();
                helps.extend(below.map(|command| command.render_long_help().to_string()));
            }
            for help in helps {
                assert!(!help.contains("cli-"), "{help}");
            }
        }
    }
}
