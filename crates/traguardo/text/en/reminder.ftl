# Reminders: the letter, the page, the command.
reminder-subject = { $body }: { $own ->
        [0] { $others ->
            [0] { $check ->
                [one] 1 reading to check
               *[other] { $check } readings to check
            }
            [one] an office is late with 1 reading
           *[other] offices are late with { $others } readings
        }
        [one] 1 reading to fill in{ $late ->
            [0] { "" }
           *[other] , it is late
        }
       *[other] { $own } readings to fill in{ $late ->
            [0] { "" }
            [one] , 1 is late
           *[other] , { $late } are late
        }
    }{ $also ->
        [0] { "" }
       *[other] ; { $also } to check
    }
reminder-greeting = Dear { $name },
reminder-own = in the performance plan { $year } of { $body } { $count ->
        [one] there is 1 reading to fill in
       *[other] there are { $count } readings to fill in
    }{ $late ->
        [0] :
        [one] ; 1 is late:
       *[other] ; { $late } are late:
    }
reminder-others = in the performance plan { $year } of { $body } { $count ->
        [one] 1 reading of the offices that you answer for is very late:
       *[other] { $count } readings of the offices that you answer for are very late:
    }
reminder-item = - { $title } ({ $node }) · checkpoint { $checkpoint } · { $when }{ $back ->
        [0] { "" }
       *[other] { " · " }sent back
    }{ $named ->
        [0] { "" }
       *[other] { " · " }{ $offices }
    }
reminder-late = hand-in { $day }, { $count ->
        [one] 1 day late
       *[other] { $count } days late
    }
reminder-today = hand-in today
reminder-left = hand-in { $day }, { $count ->
        [one] 1 day left
       *[other] { $count } days left
    }
reminder-without-day = no hand-in day
reminder-more = - … and { $count } more
reminder-link = To be filled in here: { $link }
reminder-check = in the performance plan { $year } of { $body } { $count ->
        [one] 1 reading waits for your check
       *[other] { $count } readings wait for your check
    }{ $since }.
reminder-check-since = , the first since { $day }
reminder-check-link = To be checked here: { $link }
reminder-end =
    This message is sent by itself: another one comes only if something is still to be done.
    To receive no more of them, ask the controllo di gestione of { $body }.

store-mail-address = “{ $found }” is no address of mail: nothing has changed in “{ $database }”. Write it whole and without a name: anna.rossi@comune.example.it

cli-user-mail-about = Gives an account an address of mail, to which reminders are sent.
cli-user-mail-examples =
    Examples:
      traguardo user mail anna anna.rossi@comune.example.it --db sqlite:dati/traguardo.db
      traguardo user mail anna - --db sqlite:dati/traguardo.db

    With - the address is taken away.
cli-arg-mail = The address of mail, to which reminders are sent
cli-name-mail = ADDRESS
cli-user-mail-set = The address of mail of “{ $id }” is changed.
cli-user-mail-gone = The address of mail of “{ $id }” is taken away: no reminders are sent to it.

reminder-hold-off = Reminders are switched off.
reminder-hold-no-address = There is no address of mail.
reminder-hold-recent = Already told: the next from { $day }.
reminder-hold-quiet = Quiet hours: from { $day }, { $time }.

cli-remind-about = Sends reminders: one letter only to each person who has something to fill in or to check. For a timer.
cli-remind-examples =
    Examples
      traguardo remind --config /etc/traguardo.toml
      traguardo remind --db sqlite:dati/traguardo.db --dry-run
      traguardo remind --db sqlite:dati/traguardo.db --dry-run --at "2026-07-14 10:00"

    With --dry-run it shows the letters and sends none. Nobody gets two letters on one day.
cli-remind-would = to be sent
cli-remind-not-set = To send reminders “{ $key }” is missing in the configuration. See docs/esercizio.md, or try --dry-run.
cli-remind-wrong = In the configuration “{ $found }” will not do for { $key }. { $key ->
    [smtp] It takes an address such as smtps://mail.comune.example.it, smtp://mail.comune.example.it:587?tls=required or smtp://localhost, without a user: that stands in smtp_user.
    [smtp_user] With a user the connection must be encrypted: smtps://, or smtp:// with ?tls=required.
   *[other] It takes a sender such as Traguardo <traguardo@comune.example.it>.
}
cli-remind-unreachable = The mail server does not answer or does not accept us ({ $error }): { $sent } reminders sent, the others are tried again next time.
cli-remind-done = Reminders sent: { $sent }; put off: { $waiting }; without an address: { $without }; refused by the mail server: { $failed }{ $failed ->
        [0] { "" }
       *[other] { " " }(answers { $codes })
    }.

nav-reminders = Reminders
reminders-title = Reminders
reminders-sentence = { $open ->
        [0] **Nothing to fill in** today
        [one] **1 reading** to fill in
       *[other] **{ $open } readings** to fill in
    }{ $late ->
        [0] { "" }
        [one] , **1 late**
       *[other] , **{ $late } late**
    }. { $ready ->
        [0] No reminder would be sent now.
        [one] 1 reminder would be sent now.
       *[other] { $ready } reminders would be sent now.
    }
reminders-waiting = { $count ->
        [one] **1 reading** waits for its check
       *[other] **{ $count } readings** wait for their check
    }{ $since }; { $told ->
        [none] no account is told.
       *[other] told: { $told }.
    }
reminders-waiting-since = , the first since { $day }
reminders-old-plan = No reminders are sent for the plan of a past year.
reminders-no-day = Where there is no hand-in day nobody is late: it is set in the plan, for each checkpoint.
reminders-open = What is missing
reminders-who = Who fills it in
reminders-checkpoint = Checkpoint
reminders-by = Hand-in
reminders-nobody = { $offices }: no account is told
reminders-back = { $by }, sent back
reminders-letters = The letters of now
reminders-letters-how = One only a person, with all that is missing or to be checked. They go out with “traguardo remind”, never two on one day.
reminders-person = Person
reminders-letter = Letter
reminders-state = Does it go?
reminders-ready = Yes, the next time.
reminders-sent = Sent so far
reminders-none-sent = No reminder was sent in the last months.
reminders-when = When
reminders-what = What
reminders-was-sent = { $own } to fill in, { $late } late; { $others } late of the offices that they answer for; { $check } to check
reminders-failed = The mail server did not take it: it is tried again
reminders-settings = How and when
reminders-set-by = Set by { $who } on { $when }.
reminders-set-by-nobody = Nobody has set it yet: what is proposed holds.
reminders-set-reminders = Send reminders
reminders-set-ahead-days = Days before the hand-in
reminders-set-repeat-days = Days between two letters to one person
reminders-set-escalate-days = Days late after which those who answer are told
reminders-set-quiet-from = Quiet hours: from
reminders-set-quiet-until = Quiet hours: until
reminders-set-quiet-weekends = Nothing on Saturdays and Sundays
reminders-set-told = Who is told of what they have to fill in
reminders-set-told-late = Who is told of what the offices that they answer for are late with
reminders-set-told-check = Who is told of what they have to check
reminders-rule-days = A number of days, from 1 to 90; 0 only before the hand-in.
reminders-rule-time = A time such as 08:00.
reminders-no-role = nobody
reminders-save = Save
reminders-saved = Settings saved.
reminders-faulty = Something will not do and nothing was saved: look at the fields that are marked.
reminders-first = { $who } changed them on { $when }, after you had opened the page: nothing was saved. Here is what you wrote: if it still holds, save again.
