//! Times saving and loading a large plan: `timings URL [INDICATORS]`, into an empty database.
//! Not here: what is promised about these figures; `docs/benchmarks.md` keeps them.
#![allow(clippy::print_stdout)] // printing is what it is for

use std::error::Error;
use std::time::Instant;

use traguardo::period::{parse_date, parse_moment};
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo::{sample, target::Expected};
use traguardo_store::{Signature, Store};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().ok_or("timings URL [INDICATORS]")?;
    let count = arguments.next().map_or(Ok(50_000), |text| text.parse())?;
    let (plan, readings) = grown(count)?;
    let rules = Rules::default();
    let signature = Signature { who: "timings".to_owned(), at: parse_moment("2020-07-21")? };

    let store = timed("open", Store::open(&url)).await?;
    for what in ["save", "save again"] {
        let saving = store.save(&plan, &readings, &rules, &signature, |_, _| ());
        timed(what, saving).await?;
    }
    for what in ["load", "load again", "load again"] {
        timed(what, store.load(&plan.body.ipa, plan.year)).await?;
    }
    timed("list", store.list()).await?;
    timed("close", store.close()).await;
    Ok(())
}

async fn timed<T>(what: &str, work: impl Future<Output = T>) -> T {
    let started = Instant::now();
    let done = work.await;
    println!("{what:12} {:>10.1?}", started.elapsed());
    done
}

/// The sample with so many indicators, ten under each node, each with what real ones have.
fn grown(count: usize) -> Result<(Plan, Readings), Box<dyn Error>> {
    let (mut plan, mut readings) = (sample::plan(), sample::readings());
    let (node, indicator) = (plan.nodes[2].clone(), plan.indicators[0].clone());
    let (used, reading) = (plan.uses[0].clone(), readings.list[0].clone());
    for number in 0..count {
        if number % 10 == 0 {
            let mut node = node.clone();
            node.code = format!("301.D1.{number}");
            plan.nodes.push(node);
        }
        let mut indicator = indicator.clone();
        indicator.code = format!("I{number:06}");
        indicator.formula = Some("Numero di richieste evase nei termini / totale".to_owned());
        let mut used = used.clone();
        used.indicator.clone_from(&indicator.code);
        used.node = format!("301.D1.{}", number / 10 * 10);
        used.details.responsible = vec!["SERVIZIO-1".to_owned()];
        used.details.targets.other_years.insert(2021, Expected::written(">= 13.500.000.000 €"));
        let mut reading = reading.clone();
        reading.indicator.clone_from(&indicator.code);
        reading.date = Some(parse_date("30/06/2020")?);
        plan.indicators.push(indicator);
        plan.uses.push(used);
        readings.list.push(reading);
    }
    plan.understand();
    Ok((plan, readings))
}
