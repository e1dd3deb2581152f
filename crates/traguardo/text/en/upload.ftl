# The workbook: downloaded, filled in and uploaded.
nav-upload = Upload data
upload-title = Upload the workbook
upload-download = Download the workbook
upload-how = Download the workbook, fill it in and upload it here: before anything is saved you see what changes.
upload-file = Workbook (XLSX or ODS)
upload-limit = Up to 16 MB.
upload-choose = Choose the workbook
upload-look = Show what changes
upload-preview = What changes
upload-group-added = Added
upload-group-changed = Changed
upload-group-superseded = Superseded
upload-group-removed = Removed
upload-more = { $count ->
        [one] And one more row.
       *[other] And { $count } more rows.
    }
upload-issues = Issues found in the workbook
upload-save = Save
upload-save-note = Nothing has been saved so far. The name stays in the trail of changes; readings that the workbook does not hold are kept.
upload-saved = Saved. Readings added: **{ $added }**; known already: { $known }.
upload-nothing = No file was chosen, or the file is empty. Choose the workbook and try again.
upload-too-large = The file is larger than { $megabytes } MB and was not read. Take out images and sheets that are not needed, or ask whoever runs Traguardo to import it.
upload-broken = The file did not arrive whole. Nothing was saved: choose it again and retry.
upload-unreadable = No plan can be read from this file. Nothing was saved: the issues are listed below.
upload-forbidden = The workbook cannot be saved like this. Mend the errors listed below and upload it again: the plan is as it was.
upload-other-plan = The workbook is of another plan (“{ $found }”), this one is “{ $plan }”. Nothing was saved: upload it from the page of its own plan.
upload-changed-meanwhile = The plan has changed in the meantime and nothing was saved. Below is what would change now: look again and save.
