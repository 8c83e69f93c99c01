nav-feedback = Give feedback
nav-own = Your data
nav-notice = Privacy
nav-console = Desk
style-title = Style

cli-published = The notice { $register } is published: version { $version }, hash { $hash }.
cli-sweep-nothing = Nothing is due.
cli-sweep-run = { $when }: { $records } records erased; people of whom nothing is left: { $persons }
cli-sweep-due = { $register }: { $kind } – { $count } due.
cli-swept = Erased { $records } records; of { $persons } persons nothing is left.
cli-clock-confirmed = The clock is confirmed. Erasure by time goes on.
cli-new-made = The folder { $folder } is ready. Put your own details into notice.kdl.
cli-new-next = Next:
cli-fmt-same = { $file } is in canonical form already.
cli-fmt-would-change = { $file } is not in canonical form: seloste fmt mends it.
cli-fmt-changed = The notice is in canonical form now.
cli-fmt-cannot = { $file }, line { $line }: this cannot be formatted without losing a comment or changing the meaning, so the file was not changed. Move the comment to a line of its own.

fault-file-unreadable = The file { $file } cannot be read.
fault-file-unwritable = The file { $file } cannot be written.
fault-no-installation = There is no installation in the folder { $folder }. Make one: seloste new feedback { $folder }
fault-folder-last = The folder { $folder } comes after the username: seloste user { $verb } { $username } … { $folder }
fault-no-such-notice = There is no ready-made notice { $name }.
fault-no-notice-of-kind = There is no ready-made notice { $name } for the kind { $kind }. Make it without --kind and change the controller and the bases yourself: seloste check tells what is missing.
fault-folder-not-made = The folder { $folder } cannot be made.
fault-folder-not-empty = There is something in the folder { $folder } already. Choose another one; nothing was changed.
fault-restore-rest = In the folder { $folder } is the rest of a restore that was interrupted. Nothing was changed.
fault-restore-rest-next = Remove data from the folder, and seloste.toml and keys too unless you put them there yourself. Then restore again.
fault-explain-what = Explain what? Give a finding's code (SEL001) or a word of the notice language (purpose).
fault-nothing-to-explain = There is no { $word }. Give a finding's code (SEL001) or a word of the notice language (purpose).
fault-nothing-published = The notice has not been published yet: seloste publish
fault-notice-and-program-differ = The notice and the program differ ({ $what }: { $name }). The notice is not put into force.
fault-notice-and-program-differ-next = Run seloste check: it shows the line of each difference and tells what to do.
fault-notice-of-another-register = The notice in the file is named { $name }, but the register of this service is { $promise }. What was collected belongs to { $promise }, so the name cannot change.
fault-notice-of-another-register-next = Name the notice { $promise } again. A new register gets an installation of its own: seloste new.
fault-reason-missing = Those whose data it concerns must be told of the change, and the version needs a reason. Significant changes: { $count }. The first: { $change }
fault-reason-missing-next = See all changes: seloste diff. Publish with a reason: seloste publish --reason "Why the notice changes". By language: --reason "fi=…" --reason "sv=…" --reason "en=…".
fault-reason-unusable = The reason cannot be used: it is empty, has signs that nobody sees, or is longer than { $most } characters.
fault-promise-weakened = The program does not start, because it reads something else out of the notice than the published version promised. The promise { $promise } { $why ->
        [dropped] is missing now.
       *[mechanism] would be kept in another way or with other figures.
    } The published promise: { $sentence }
fault-promise-weakened-next = Take the earlier program back into use, or look through the notice and publish it anew: seloste publish --reason "Why the promise changes". That makes a new version.
cli-diff-line = {" "}(line { $line })
fault-diff-other-register = The notices are of different registers: { $old } and { $new }. Only versions of one register can be compared.
fault-diff-unreadable = The notice cannot be read as a whole. See what is wrong: seloste check.
fault-version-unknown = Version { $version } was never published. The latest version is { $last }.
cli-impact = The changes are about stored data. People in all: { $count }.
cli-impact-none = The changes are about no stored record.
cli-impact-kind = { $kind }: { $records } records, { $persons } people.
cli-impact-consents = A consent that no longer covers what is done: in at most { $count } records.
cli-impact-numbers = Numbers (50 at most): { $numbers }
fault-stale-fields = The stored records hold { $count ->
        [one] one value
       *[other] { $count } values
    } that the new notice does not list any more: { $what }. The notice would promise what is not so, so it was not published.
fault-stale-fields-next = If they may go for good: seloste publish --erase-removed-fields. Otherwise put the field back. Old backups hold them until they go.
fault-stale-held = { $count ->
        [one] One record
       *[other] { $count } records
    } with something that the notice has left out must not be erased, for a hold or a restriction keeps them. The notice was not published.
fault-stale-held-next = See the holds: seloste hold list. A restriction of processing keeps data as well. Put the field back until the hold or the restriction ends.
fault-stale-longer = The new notice keeps data for a shorter time than was promised for { $count ->
        [one] one record
       *[other] { $count } records
    } stored already: { $what }. The notice was not published.
fault-stale-longer-next = If they may go by the new time, too: seloste publish --shorten-stored. Those whose time is over already go with the next erasure run.
fault-data-unsafe-mode = Others than the service’s own user can reach the folder { $file }. The service does not start.
fault-data-unsafe-mode-next = Narrow its modes: chmod -R go= { $file }
fault-folder-unsafe-mode = Others than the service’s own user can change the file or folder { $file }. The service does not start, since they could lead letters and backups to themselves.
fault-folder-unsafe-mode-next = Check that the content was not changed, and narrow the rights: chmod go-w { $file }
fault-service-silent = The service is running but does not answer. See its log.
fault-service-stopped = The service is not running. Start it: seloste serve
fault-test-clock = The test clock cannot be read. Name a file in SELOSTE_CLOCK_FILE.
fault-cannot-listen = Cannot listen on { $address }. Is it in use already?
fault-mail-not-configured = Sending email is not set up. Add [mail] to the settings.
fault-mail-address = The email address is not usable.
fault-mail-not-taken = The mail relay did not take the message. It will be tried again.
fault-host-undeclared = The privacy notice does not declare the host { $host } with that port (promise { $promise }). No connection is opened.
fault-host-undeclared-next = Add to the recipient under recipients in the notice: host "{ $host }". Then: seloste publish.
fault-setting-unusable = The setting { $setting } cannot be used.
fault-settings-relay = The setting mail.relay needs the server's name and port, such as "mail.example.fi:587".
fault-settings-unknown = { $file }, line { $line }: there is no setting `{ $key }`. { $near ->
        [nothing-near] Possible here: { $known }.
       *[near] Did you mean `{ $near }`?
    }
fault-settings-missing = { $file }, line { $line }: the setting `{ $key }` is missing here.
fault-settings-address = { $file }, line { $line }: the setting `{ $key }` takes an IP address and a port, such as "127.0.0.1:8080".
fault-settings-ip = { $file }, line { $line }: the setting `{ $key }` takes IP addresses, such as ["127.0.0.1"].
fault-settings-list = { $file }, line { $line }: the setting `{ $key }` takes a list in square brackets, such as ["127.0.0.1"].
fault-settings-text = { $file }, line { $line }: the setting `{ $key }` takes a text in quotation marks.
fault-settings-value = { $file }, line { $line }: the value of the setting `{ $key }` does not have the right form.
fault-settings-syntax = { $file }, line { $line }: this line cannot be read. Write a setting as name = "value" and the name of a section as [section].

bench-title = Benchmark: { $engine }, { $size } records to begin with, { $rounds } rounds, { $seconds } s each, { $processors } processors
bench-not-optimised = The program is not built for speed (cargo build --release): the figures mean nothing.
bench-probe = Machine: 4 KiB to disk { $sync } µs (p99 { $slow } µs), { $idle } % of the processors idle
bench-loaded = The machine had other work: the figures are only a hint.
bench-legend = A value is the median of the rounds (quartiles). A ratio above 1: Seloste is better.
bench-legend-classes = Classes: [D] acknowledged only when on disk; [D/-] the other side writes nothing; [-] nothing is written.
fault-bench-marks = The document { $file } has no place for the figures: the lines { $begin } and { $end }.
fault-bench-no-postgres = The benchmark needs a PostgreSQL server. Give its address in the environment variable { $variable }.
fault-bench-program = The program { $program } could not be run.
fault-bench-wrong = The benchmark stopped: a result is not what it should be.
fault-mail-refused = The mail server does not take the message for this address.
