# Registers that staff keep
records-title = Registers
records-yes = Yes
records-no = No
records-count = { $count ->
    [0] No records
    [one] 1 record
   *[other] { $count } records
}
records-for = Opened for the purpose:
records-open-for = Open for the purpose: { $purpose }
records-open = Open
records-back = Back to the record
records-all = Records
records-none = There are no records.
records-show-all = Show all
records-number = Record
records-created = Entered
records-not-given = Not given
records-field-closed = Not opened for this purpose

# Searching
records-search-title = Search
records-search = What to find
records-search-submit = Search
records-search-help = Type the whole value. Records are found by: { $fields }.

# A new record
records-add = Add
records-add-title = Add: { $kind }
records-add-person = Enter the data as the person has given them. Tick a consent only if the person has given it.
records-add-staff = Enter only what the form asks. The person sees the record among their own data.
records-save = Save
records-added = The record has been saved
records-receipt-text = Give the receipt code to the person. With it they see their own data and can correct or erase them.
records-receipt-code = The person's receipt code
records-receipt-over = This form has been sent already, and the record has been saved. The receipt code cannot be shown any more. You find the record in the list.

# One record
records-state = State
records-state-set = The state has been saved
records-actions = Actions
records-correct = Correct the data
records-corrected = The correction has been saved
records-disclose = Disclose data to an outside party
records-erase = Erase this record
records-erased = The record has been erased
records-erased-part = What no ground keeps has been erased
records-others = More about the same person
records-add-same = Add for the same person:

# What goes when
records-times = What goes, when and why
records-why = What the notice promises
records-held = Kept longer
records-asked = Erasure of the rest was asked
records-all-fields = All data
records-nothing = Nothing
records-until = Until { $date } at the latest
records-until-open = As long as the ground lasts
records-waits-closed = The time begins when the matter is closed.
records-waits-answered = The time begins when the matter is answered.
records-waits-decided = The time begins when the matter is decided.
records-waits-started = The time begins when the matter starts.
records-waits-ended = The time begins when the relationship ends.

# Events
records-event-closed = Mark as closed
records-event-closed-day = The day on which the matter was closed
records-event-answered = Mark as answered
records-event-answered-day = The day on which the matter was answered
records-event-decided = Mark as decided
records-event-decided-day = The day on which the matter was decided
records-event-started = Mark as started
records-event-started-day = The day on which the matter started
records-event-ended = Mark as ended
records-event-ended-day = The day on which the relationship ended
records-event-lead = The time of keeping is counted from this day. You see first what the day means.
records-event-show = Show what follows
records-event-means = What follows
records-event-confirm-text = Nothing has been saved yet. If you change the day, you see first what the new day means.
records-event-confirm = Save the event
records-event-set = The event has been saved
fault-records-future = Mark the event only when it has happened. The day cannot be in the future.

# Erasing
records-erase-plan = What goes and what stays
records-erase-what = Record
records-erase-goes = Goes
records-erase-stays = Stays
records-all-kept = There is a ground that keeps everything. Above you see the grounds and how long they last.

# Exporting
records-export = Export the list to a file
records-export-lead = The file has the whole list: { $kind }. If the notice gives the recipient only some of the fields, the file has only those. Exporting is a disclosure: tell to whom and on which ground. From then on the recipient answers for the data, and everybody sees the disclosure among their own data.

# Taking in a table
records-import = Import from a table
records-import-title = Import from a table: { $kind }
records-import-lead = Each row of the table becomes the record of one person. Nothing is stored before you have seen what comes in and confirmed it.
records-import-fields = Data that a table can bring
records-import-file = Table
records-import-file-help = A CSV file in UTF-8, the names of the columns in the first row, at most { $max } kB. The operator brings a larger table in with the command seloste import.
records-import-next = Continue to the columns
records-import-empty = Every column of the table needs a name, and there must be at least one row under the names.
records-import-columns-lead = Choose which data each column gives. If there is none for a column, it may not be collected: take the column out of the table and start again.
records-import-column = Column “{ $name }”
records-import-look = Show what would come in
records-import-rows = { $count ->
    [one] The table has one row, and it can be imported.
   *[other] The table has { $count } rows, and they can be imported.
}
records-import-nothing-yet = Nothing has been stored yet.
records-import-wrong = The table cannot be imported. To mend: { $count }.
records-import-mend = Nothing was imported. Mend the table and bring it again: the whole table comes in, or nothing.
records-import-again = Start again
records-import-findings = To mend
records-import-line = Row
records-import-field = Data
records-import-what = What to mend
records-import-more = And { $count } more.
records-import-preview = What would come in
records-import-more-rows = And { $count } more rows.
records-import-closed = your role may not record this
records-import-from = Where the data come from and what they are for
records-import-notice = Notice
records-import-version = The notice, version { $version }
records-import-purposes = What the data are used for
records-import-source = Where the data come from
records-import-art14 = People from whom the data were not obtained directly are told within a month which data are held on them, where they came from and what they are used for (GDPR Article 14). Give them the address of the notice.
records-import-told = The people have been told, or will be told within a month, where their data came from
records-import-confirm = Import the whole table
records-import-done = { $count ->
    [one] One record was imported.
   *[other] { $count } records were imported.
}
records-import-list = To the list
cli-import-table-done = { $count } records were taken in.
cli-import-table-refused = Nothing was taken in. To mend: { $count }.
cli-import-finding = line { $line }, { $field }: { $what }
import-column-twice = the column is there twice
import-column-undeclared = the notice does not have this field
import-column-consent = this rests on a consent that only the person can give
import-column-file = a document cannot come in a table
import-column-missing = a required field is missing
fault-import-table = The file is no table. It must be UTF-8, with the names of the fields in the first line and as many columns in every row.
fault-import-part = The kind { $kind } cannot come in a table, because it hangs on another record. Add it on that record's page.

records-decided-alone = { $field }: a program decided this without a human on { $when }. No human has looked at the decision.
records-decided-stands = { $field }: a program decided this without a human on { $when }. A human looked at the decision on { $reviewed }, and it stands.
records-decided-changed = { $field }: a program decided on this without a human on { $when }. A human changed the decision on { $reviewed }.
records-list-caption = Records, newest first

# Figures that do not change when somebody goes
records-totals = Figures
records-totals-title = Figures: { $kind }
records-totals-time = Time
records-totals-all = In all
records-totals-gone = Of these erased
records-totals-other = Others together
records-totals-sum = Total
records-totals-file = Download the figures as a CSV file
