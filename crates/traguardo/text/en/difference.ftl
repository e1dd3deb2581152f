# The difference between two hand-ins: what is added, changed or removed.
diff-item-body = Body and year
diff-item-rules = Rules
diff-item-node = Node { $code }
diff-item-indicator = Indicator { $code }
diff-item-use = Indicator { $code } under node { $node }
diff-item-office = Office { $code }
diff-item-event = Event { $code }
diff-item-answer = Answer on { $code }{ $node ->
    [none] {""}
   *[other] {" "}under node { $node }
}, column “{ $column }”
diff-item-reading = Reading of { $code } on { $date }{ $part ->
    [none] {""}
   *[other] , part { $part }
}{ $body ->
    [none] {""}
   *[other] , body { $body }
}
diff-fate-added = added
diff-fate-changed = changed
diff-fate-removed = removed
diff-fate-changed-rules = changed
diff-fate-added-reading = added
diff-fate-changed-reading = changed
diff-fate-removed-reading = removed
diff-fate-superseded = supersedes the one registered before
diff-cell-changed = { $column }: from “{ $before }” to “{ $after }”
diff-cell-added = { $column }: “{ $after }”
diff-cell-removed = { $column }: “{ $before }” before, now blank

diff-word-up = cresce
diff-word-down = cala
diff-word-updated = aggiornato
diff-word-eliminated = eliminato
diff-word-inserted = inserito
diff-word-confirmed = confermato
diff-word-neutralised = neutralizzato
diff-word-recorded = rilevato
diff-word-checked = verificato
diff-word-linear = lineare
diff-word-hyperbolic = iperbolica
diff-word-stairs = gradini
diff-word-interpolate = interpola
diff-word-zero = zero
diff-word-exclude = escludi
diff-word-block = blocca
diff-word-none = nessuno
diff-word-equal = uguali
diff-word-half-up = meta_su
diff-word-truncate = tronca
diff-word-undated = a date that cannot be read

diff-none = No difference.
diff-counts = Differences: { $added } added, { $changed } changed, { $removed } removed, { $superseded } readings superseded.
diff-new-plan = The plan is not in the database yet. It would come in with { $nodes } nodes, { $indicators } indicators and { $readings } readings.
cli-import-ask = Save these differences? [y/N]
cli-import-left = Nothing was saved: the database is as it was.
cli-diff-about = Says what two hand-ins differ in, with before and after.
cli-diff-examples =
    Examples
      traguardo diff modena-2020 modena-2020-revised
      traguardo diff modena-2020 modena.xlsx --format json
      traguardo diff cciaa_mo/2020 modena.xlsx --db sqlite:dati/traguardo.db

    With --db the first is the plan in the database. Ends with 0 also where there are differences.
cli-arg-old = The earlier hand-in: a folder, a workbook or, with --db, a plan
cli-arg-new = The later hand-in: a folder or a workbook
cli-arg-dry-run = Shows what would change and saves nothing
cli-arg-yes = Saves without asking
cli-name-old = OLD
cli-name-new = NEW
