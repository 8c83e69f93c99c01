//! Whatever is counted: nothing is lost, nothing rare is shown, and no subtraction tells it.

use proptest::prelude::*;
use seloste_notice::model::Named;

use super::*;

fn rule(fewer_than: u32) -> Anonymise {
    let named = |value: &str| Named { value: value.to_owned(), span: Default::default() };
    Anonymise {
        by: vec![named("product")],
        per: Some(CountedPer::Month),
        sum: vec![named("total")],
        fewer_than,
        span: Default::default(),
    }
}

fn counters(all: &[(u8, u8, u8)]) -> Counters {
    let mut counters = Counters::default();
    for (month, product, total) in all {
        counters.add(Cell {
            period: format!("2026-{:02}", month % 3 + 1),
            facts: [("product".to_owned(), format!("p{}", product % 4))].into(),
            records: 1,
            people: 1,
            sums: [("total".to_owned(), i64::from(*total))].into(),
        });
    }
    counters
}

fn records() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>()), 0..60)
}

proptest! {
    #[test]
    fn rare_combinations_are_shown_with_others_and_the_total_stays(
        live in records(), gone in records(), fewer_than in 3u32..8
    ) {
        let totals = Totals::of(&rule(fewer_than), &counters(&live), &counters(&gone));
        let fewer = u64::from(fewer_than);
        let all = (live.len() + gone.len()) as u64;
        prop_assert_eq!((totals.all.records, totals.all.gone), (all, gone.len() as u64));
        let rows = || totals.rows.iter().chain(&totals.other);
        prop_assert_eq!(rows().map(|row| row.records).sum::<u64>(), all);
        prop_assert_eq!(rows().map(|row| row.gone).sum::<u64>(), gone.len() as u64);
        for row in &totals.rows {
            prop_assert!(row.records >= fewer && (row.gone == 0 || row.gone >= fewer), "{row:?}");
        }
        // What is not told is no rarer, but where nothing else is gone; then it has no numbers.
        let hidden = totals.other.clone().unwrap_or_default();
        if hidden.gone > 0 && hidden.gone < fewer {
            prop_assert!(totals.rows.iter().all(|row| row.gone == 0));
            prop_assert!(hidden.sums.is_none() && totals.all.sums.is_none());
        }
        // Where the sums are told, they are all of them.
        if let Some(sums) = &totals.all.sums {
            let wanted: i64 = live.iter().chain(&gone).map(|(.., total)| i64::from(*total)).sum();
            prop_assert_eq!(sums.get("total").copied().unwrap_or_default(), wanted);
        }
    }

    #[test]
    fn counters_lie_in_one_order_whatever_came_first(mut all in records()) {
        let first = counters(&all);
        all.reverse();
        prop_assert_eq!(counters(&all), first);
    }
}

/// Six invoices of the only one who left: their number is told, and no sum that tells what was paid.
#[test]
fn many_records_of_one_person_tell_no_sums() {
    let paid: Vec<(u8, u8, u8)> = vec![(0, 0, 10); 100];
    let mut gone = counters(&[(0, 0, 50); 6]);
    gone.of_one();
    let totals = Totals::of(&rule(5), &counters(&paid), &gone);
    assert_eq!((totals.all.records, totals.all.gone, totals.all.sums.clone()), (106, 6, None));
    assert!(totals.rows.iter().all(|row| row.gone == 0), "{totals:?}");
    assert!(totals.other.unwrap().sums.is_none());
    // Nor do they where they lie in many combinations.
    let mut gone =
        counters(&[(0, 0, 50), (1, 1, 50), (2, 2, 50), (0, 1, 50), (1, 2, 50), (2, 3, 50)]);
    gone.of_one();
    let totals = Totals::of(&rule(5), &counters(&paid), &gone);
    assert_eq!((totals.all.gone, totals.all.sums), (6, None));
}
