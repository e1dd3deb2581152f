# What is wrong with what was handed in: one sentence for each kind, which also says how to mend it.
# The place (file, row, column) is written before the sentence.

# The hand-in as a whole.
issue-path-missing = The path “{ $found }” leads nowhere: check how it is written.
issue-folder-empty = The folder holds none of the files of a plan: at least ente.toml and piano.csv are needed.
issue-table-missing = { $found } is missing, and without it the plan cannot be read: add it beside the others (in a workbook it is the sheet of the same name).
issue-table-unknown = “{ $found }” is not read: if it is the file or sheet “{ $nearest }”, give it exactly that name.
issue-file-unreadable = The system does not let “{ $found }” be read ({ $reason }): check its permissions and that no other program keeps it locked.
issue-file-too-large = It is larger than the { $allowed } MB that can be read, also when unpacked: take out what is not part of the plan.
issue-table-too-large = The table is beyond the limit of { $rows } rows or { $columns } columns: often it is enough to delete cells written by mistake far from the plan.
issue-workbook-broken = { $reason ->
    [empty] The file is empty: save it again as an XLSX or ODS workbook.
    [legacy] It is a workbook in the old XLS format, or one protected by a password: open it and save it without a password as XLSX or ODS.
    [content] It is an archive, but there is no workbook in it: the sheets Ente and Piano are needed in an XLSX or ODS file.
    [damaged] The workbook is damaged and cannot be read to its end: open it, save it again and retry.
   *[other] It is not an XLSX or ODS workbook: give one, or give the folder that holds ente.toml and piano.csv.
}
issue-table-broken = { $reason ->
    [quote] A quotation mark opens here and never closes: close it, or double the marks that belong to the text.
    [archive] The file is named like a CSV but is a workbook: save it as CSV, or give the workbook itself.
   *[other] The file is not a text: save it as CSV with semicolons between cells, in UTF-8.
}
issue-toml-broken = This row does not follow the rules of TOML (key = value, texts in quotation marks): “{ $found }”.
issue-encoding-windows = The file is not in UTF-8 and was read as Windows-1252: check the accented letters, and save it in UTF-8 if they are wrong.
issue-issues-cut = There are more than { $allowed } issues in this table and the others are not listed: mend these and retry.

# Tables, columns and cells.
issue-column-missing = The column “{ $found }” is missing: add it to the first row (the mandatory columns are: { $allowed }).
issue-column-unknown = The column “{ $found }” is not a known one: { $nearest ->
    [none] the known columns are { $allowed }.
   *[other] perhaps its name is “{ $nearest }”.
}
issue-sheet-twice = The sheet “{ $found }” has the name of a table that is already in the sheet “{ $first }” and is not read: keep one only, or give the other a different name.
issue-sheet-hidden = The sheet “{ $found }” is hidden and was read all the same: show it, or remove it if it is an old version.
issue-cells-hidden = { $what ->
    [columns] The sheet has hidden columns that are not blank (how many: { $count }; the first: { $first }): they were read like the others. Show them, and remove those that must not count.
   *[rows] The sheet has rows hidden by hand or by a filter that are not blank (how many: { $count }; the first: { $first }): they were read like the others. Show them, and remove those that must not count.
}
issue-rows-above-header = Above the header, which is row { $first }, there is something else (“{ $found }”) that is not read: remove it if it is not needed.
issue-column-twice = There are two columns “{ $found }” ({ $first } and { $second }): the first one counts; take out the second or give it its right name.
issue-row-too-long = There is a cell (“{ $found }”) under a column without a name: often it is a separator too many inside a text, which must stand in quotation marks.
issue-key-unknown = The key “{ $found }” is not a known one: { $nearest ->
    [none] the known keys are { $allowed }.
   *[other] perhaps its name is “{ $nearest }”.
}
issue-key-missing = The key “{ $found }” is missing and is needed: add it with its value.
issue-key-twice = The key “{ $column }” already stands in row { $first }, which is the one that counts: leave only one.
issue-key-not-allowed = { $nearest ->
    [none] “{ $found }” does not suit the key “{ $column }”; it can be: { $allowed }.
   *[other] “{ $found }” does not suit the key “{ $column }”: perhaps you meant “{ $nearest }” (it can be: { $allowed }).
}
issue-cell-missing = The column “{ $column }” must not be blank: fill it in this row.
issue-cell-not-allowed = { $nearest ->
    [none] “{ $found }” is not a word that this column knows; it can be: { $allowed }.
   *[other] “{ $found }” is not a word that this column knows: perhaps you meant “{ $nearest }” (it can be: { $allowed }).
}
issue-cell-ignored = The column “{ $column }” does not apply to a row of this level and “{ $found }” is not read: clear the cell or mend the level.
issue-cell-too-long = The cell has more than { $allowed } characters: shorten the text.
issue-number-ambiguous = “{ $found }” can be read in two ways: write decimals after a comma (1,23) and points only between thousands (1.234).
issue-number-too-long = The number has too many digits: at most 15 can stand before the comma and 6 after it.
issue-number-expected = “{ $found }” is not a number: write a number, with its decimals after a comma.
issue-number-out-of-range = { $found } is out of the range of this column: it can be { $allowed }.
issue-date-impossible = The day “{ $found }” is not in the calendar: mend the date.
issue-date-expected = “{ $found }” is not a date: write it as 31/12/2020 or 2020-12-31.

# The tree.
issue-plan-empty = The plan has no node: write at least one objective below the header, one in each row.
issue-node-twice = The code “{ $code }” is already used { $first ->
        [none] elsewhere
       *[other] in row { $first }
    }: give one of the two another code.
issue-indicator-twice = The indicator “{ $code }” already stands under “{ $parent }” { $first ->
        [none] in another row
       *[other] in row { $first }
    }: leave only one of the two rows, or change the parent.
issue-indicator-redefined = Here “{ $column }” is “{ $found }”, while in row { $first } the same indicator has “{ $expected }”: write the same text, or give the indicator another code.
issue-parent-unknown = { $nearest ->
    [none] The parent “{ $found }” is not the code of any node: mend it or add the node.
   *[other] The parent “{ $found }” is not the code of any node: perhaps you meant “{ $nearest }”.
}
issue-parent-cycle = These nodes are each other's parents in a circle ({ $path }): mend the parent of one of them.
issue-level-unknown = { $allowed ->
    [none] The level “{ $found }” is not one of the body's, which declares none: write the levels in ente.toml, the highest first (livelli = ["{ $found }", …]).
   *[other] { $nearest ->
        [none] The level “{ $found }” is not one of the body's ({ $allowed }): mend it, or add it to the levels of the body.
        *[other] The level “{ $found }” is not one of the body's ({ $allowed }): perhaps you meant “{ $nearest }”.
    }
}
issue-level-order = The level “{ $found }” does not stand below “{ $parent }”, which is its parent's: check the level or the parent.
issue-node-without-parts = “{ $code }” has neither indicators nor objectives below it and cannot have a score: add at least one indicator.
issue-office-unknown = { $nearest ->
    [none] The office “{ $found }” is not in the list of offices: mend its code or add the office.
   *[other] The office “{ $found }” is not in the list of offices: perhaps you meant “{ $nearest }”.
}

# Weights.
issue-weight-negative = A weight cannot be negative ({ $found }): write a number from 0 upwards, or 0 to leave it out of the count.
issue-weights-not-100 = { $likely ->
    [repeated] The weights under “{ $parent }” sum to { $sum }, the weight of “{ $parent }” itself, and not to 100: it seems written twice. The score is computed in proportion, but correct them.
   *[none] The weights under “{ $parent }” sum to { $sum } and not to 100: the score is worked out in proportion, but they had better be mended.
}
issue-weight-blank = The weight is blank beside rows that have one: it counts as 0 and “{ $code }” does not count until you write one.
issue-weights-absent = No row under “{ $parent }” has a weight: the rule senza_pesi says what follows.
issue-weights-zero = All weights under “{ $parent }” are 0 and there is no score: give a weight to at least one row.
issue-quotas-not-100 = The two quotas of “{ $code }” sum to { $sum } and not to 100: the score is worked out in proportion, but they had better be mended.
issue-quota-without-part = “{ $code }” has a quota for a part that it does not have: clear the quota, or add the indicators or objectives that are missing.

# Targets.
issue-target-missing = The indicator “{ $code }” has no target for the year: write one, or it cannot have a score.
issue-target-not-understood = The target “{ $found }” is not surely understood: write for instance “>= 100 N.”, “entro il 31/12/2020”, “fra 3 e 5”, “si” or “qualitativo”.
issue-target-date-impossible = The target “{ $found }” holds a day that is not in the calendar: mend the date.
issue-target-number-ambiguous = The number in the target “{ $found }” can be read in two ways: write decimals after a comma (1,23), points only between thousands (1.234), a share in per cent (75%), and a day with «entro il» before it.
issue-target-number-too-long = The number in the target “{ $found }” has too many digits: at most 15 can stand before the comma and 6 after it.
issue-target-operator-missing = The target “{ $found }” does not say whether it is a minimum or a maximum: write >= or <= before the number, or “cresce” or “cala” in the column verso.
issue-target-against-direction = The target “{ $found }” goes against the direction of the indicator: mend the operator or the direction.
issue-target-range-reversed = In the target “{ $found }” the first bound is above the second: swap them.
issue-target-steps-mixed = The steps do not go with the target (“{ $found }”): they must be of the same kind (all numbers or all dates) and each easier than the one before.
issue-checkpoint-undeclared = There is a target for { $found }, which is not among the body's checkpoints: it counts all the same; if the date is right, add it to the checkpoints.

# Readings.
issue-reading-unknown-indicator = { $nearest ->
    [none] The plan has no indicator “{ $found }”: mend the code or add the indicator to the plan.
   *[other] The plan has no indicator “{ $found }”: perhaps you meant “{ $nearest }”.
}
issue-reading-not-superseding = There is already a reading of the same indicator and day{ $first ->
        [none] {""}
       *[other] {" "}in row { $first }
    }: if this one corrects it, write a later registrato_il and the motivo; otherwise take out one of the two.
issue-reading-without-content = { $found ->
    [none] The reading says nothing: fill one of the columns valore, numeratore and denominatore, fatto_il or giudizio; if there is no figure, write N/D and why in the note.
   *[other] The reading says several things at once ({ $found }): fill only one of the columns valore, numeratore and denominatore, fatto_il or giudizio.
}
issue-reading-number-ambiguous = “{ $found }” can be read in two ways: write decimals after a comma (1,23) and points only between thousands (1.234).
issue-reading-not-understood = “{ $found }” is not surely understood: write a number with its measure, si, no or N/D; a date belongs in the column fatto_il.
issue-reading-quotient-in-cell = { $one ->
    [none] “{ $found }” is a division: write the two numbers in the columns numeratore and denominatore, and leave this cell blank.
   *[other] “{ $found }” is a division whose point can be read in two ways: as thousands { $one }, as decimals { $other }. Write the right numbers in the columns numeratore and denominatore, decimals after a comma, and leave this cell blank.
}
issue-reading-judgement-range = The judgement “{ $found }” is off the scale: write a number from 0 to 100.
issue-reading-judgement-without-reason = The judgement has no reason: write it in the note.
issue-reading-of-other-kind = The reading is { $found ->
    [number] a number
    [date] a date
    [yes-no] a yes or no
    [judgement] a judgement
   *[other] of another kind
}, while the target asks for { $expected ->
    [number] a number
    [date] a date: use the column fatto_il
    [yes-no] a yes or no: write si or no in the column valore
    [judgement] a judgement: use the column giudizio
    [part] a reading for each of its parts: write the number of the part in the column parte
   *[other] something else
}.
issue-reading-denominator-zero = The denominator is 0 and the quotient cannot be worked out: mend it, or write N/D and why in the note.
issue-reading-quotient-differs = The value written is { $found }, but numerator divided by denominator gives { $quotient }: the value written counts; check the three numbers.
issue-reading-nd-without-note = The figure is declared not available without saying why: write it in the note.
issue-reading-done-later = It was done on { $found }, after the date of the situation: it does not count here yet.
issue-reading-other-measure = The measure written is “{ $found }”, but the indicator's is “{ $expected }”: check that the number is in the right measure.
issue-reference-missing = There is no reading of reference for “{ $code }”: add it, or it cannot have a score.
issue-reference-zero = The figure of reference of “{ $code }” is 0 and the change cannot be worked out: change the target or the reference.
issue-reading-contradicts-stored = A different reading of the same indicator and day is stored already: if this one corrects it, write a later registrato_il and the motivo.
issue-tree-too-deep = “{ $code }” stands more than { $most } levels deep: no plan has so many. Look at the column padre.
