//! Handing letters to the body's mail server, one connection for all of them.
//! Not here: what letters say, and who is written to.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{SmtpTransport, Transport};
use traguardo::reminder::Letter;

use crate::fault::Fault;
use crate::settings::Mail;

/// How long the server may keep us waiting for an answer.
const WITHIN: Duration = Duration::from_secs(20);

/// A server that takes letters.
pub struct Server {
    transport: SmtpTransport,
    from: Mailbox,
}

/// Why a letter was not taken.
pub enum Refused {
    /// The server refused this one: the number of its answer, without the words, which may name
    /// the person.
    Letter(String),
    /// The server cannot be reached or refuses everything.
    All(String),
}

/// Says to programs that answer letters by themselves that nobody reads their answers (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

/// The server of the settings.
pub fn server(mail: &Mail) -> Result<Server, Fault> {
    let missing = |key: &str| Fault::input("cli-remind-not-set").with("key", key);
    let smtp = mail.smtp.as_deref().ok_or_else(|| missing("smtp"))?;
    let from = mail.from.as_deref().ok_or_else(|| missing("mail_from"))?;
    let wrong = |key: &str, found: &str| {
        Fault::input("cli-remind-wrong").with("key", key).with("found", found)
    };
    // A password in the address would be told with it, and would pass by what follows.
    if smtp.contains('@') {
        return Err(wrong("smtp", "…@…"));
    }
    let from: Mailbox = from.parse().map_err(|_| wrong("mail_from", from))?;
    let mut builder = SmtpTransport::from_url(smtp).map_err(|_| wrong("smtp", smtp))?;
    if let Some(user) = &mail.user {
        if !is_private(smtp) {
            return Err(wrong("smtp_user", user));
        }
        let password = mail.password.clone().ok_or_else(|| missing("smtp_password"))?;
        builder = builder.credentials(Credentials::new(user.clone(), password));
    }
    let pool = PoolConfig::new().max_size(1);
    Ok(Server { transport: builder.timeout(Some(WITHIN)).pool_config(pool).build(), from })
}

/// Hands a letter over.
pub fn send(server: &Server, name: &str, address: &str, letter: &Letter) -> Result<(), Refused> {
    let refused = |_| Refused::Letter("-".to_owned());
    let to = address.parse().map_err(|_| Refused::Letter("-".to_owned()))?;
    let message = Message::builder()
        .from(server.from.clone())
        .to(Mailbox::new(Some(name.to_owned()).filter(|name| !name.is_empty()), to))
        .subject(&letter.subject)
        .message_id(Some(message_id(server.from.email.domain())))
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.text.clone())
        .map_err(refused)?;
    match server.transport.send(&message) {
        Ok(_) => Ok(()),
        Err(error) if error.is_permanent() || error.is_transient() => {
            let number = error.status().map_or_else(|| "-".to_owned(), |code| code.to_string());
            // 421 closes the connection, 530 and 535 are about us and not about the letter.
            match number.as_str() {
                "421" | "530" | "535" => Err(Refused::All(number)),
                _ => Err(Refused::Letter(number)),
            }
        }
        Err(error) => Err(Refused::All(error.to_string())),
    }
}

/// Whether nobody on the way can read a password: it is encrypted, or goes no way.
fn is_private(smtp: &str) -> bool {
    let plain = smtp.strip_prefix("smtp://").filter(|rest| !rest.contains("tls=required"));
    let Some(rest) = plain else { return true };
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let name = match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let address = name.parse::<std::net::IpAddr>();
    name == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// Never the same twice, and nobody's name in it.
fn message_id(domain: &str) -> String {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let (nanos, count) = (since.as_nanos(), COUNT.fetch_add(1, Ordering::Relaxed));
    format!("<{nanos:x}.{count}@{domain}>")
}

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_goes_encrypted_or_nowhere() {
        for private in [
            "smtps://posta.ente.it",
            "smtp://posta.ente.it:587?tls=required",
            "smtp://localhost:25",
            "smtp://127.0.0.1:2525",
            "smtp://[::1]:2525",
        ] {
            assert!(is_private(private), "{private}");
        }
        for open in [
            "smtp://posta.ente.it",
            "smtp://localhost.ente.it:25",
            "smtp://posta.ente.it?tls=opportunistic",
        ] {
            assert!(!is_private(open), "{open}");
        }
    }
}
