# Promises: every statement of the notice as a sentence of its own.

# Building blocks
quoted = “{ $name }”
list-and = { $head } and { $last }
list-or = { $head } or { $last }
date = { $day } { $month } { $year }
moment = { $date } at { $hour }:{ $minute }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
period-years = { $n ->
    [one] 1 year
   *[other] { $n } years
}
period-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
period-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
period-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
period-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
period-years-within = { $n ->
    [one] one year
   *[other] { $n } years
}
period-months-within = { $n ->
    [one] one month
   *[other] { $n } months
}
period-days-within = { $n ->
    [one] one day
   *[other] { $n } days
}
period-hours-within = { $n ->
    [one] one hour
   *[other] { $n } hours
}
period-minutes-within = { $n ->
    [one] one minute
   *[other] { $n } minutes
}

# Places in the law
article-gdpr = Article { $article } of the General Data Protection Regulation
article-gdpr-paragraph = Article { $article }({ $paragraph }) of the General Data Protection Regulation
article-gdpr-point = Article { $article }({ $paragraph })({ $point }) of the General Data Protection Regulation
article-communications = section { $section } of the Act on Electronic Communications Services (917/2014)

# Legal bases
basis-consent = your consent
basis-contract = a contract to which you are a party, or steps before it at your request
basis-legal-obligation = a legal obligation of the controller
basis-vital-interests = the protection of vital interests
basis-public-task = a task in the public interest or the exercise of official authority
basis-legitimate-interests = a legitimate interest
basis-missing = not stated

# Events from which time is counted: after …
event-sent = it was sent
event-created = it was stored
event-received = it was received
event-closed = it was closed
event-answered = it was answered
event-changed = it was last changed
event-decided = the matter was decided
event-started = the matter began
event-year-end = the calendar year ended
event-last-sign-in = you last signed in
event-withdrawn = consent was withdrawn
event-ended = the relationship ended
event-other = the event “{ $name }” took place

# Publication and contacts
version = The date and version number of this notice come from its publication and cannot be typed by hand. Earlier versions can be read.
controller = The controller is { $name }, and its contact details are in this notice.
register = This notice is about the register { $name }. Every form that collects data for it refers to this notice.
officer = The contact details of the data protection officer are in this notice.
contact = Matters of the register are handled by: { $title }.
contact-user = Matters of the register are handled by: { $title }. The task has a holder whose user account is open.
review = This notice is read through and confirmed to be up to date. Reviews are at most { $period } apart.

# Purposes
purpose = Data are used for the purpose { $purpose }. The legal basis is { $basis }.
purpose-law = Data are used for the purpose { $purpose }. The legal basis is { $basis } ({ $law }).
purpose-interest = Data are used for the purpose { $purpose }. The legal basis is { $basis }: { $interest }
purposes-closed = Data are not used for any other purpose.
consent = Your data are used for the purpose { $purpose } only if you give your consent. What you agreed to and when is stored with the data and erased with them.
withdraw = You can withdraw your consent to the purpose { $purpose } at any time, as easily as you gave it.
role = The staff role { $role } may use data only for { $count ->
    [one] the purpose { $purposes }
   *[other] the purposes { $purposes }
}. What the role may do: { $may }.
role-no-purpose = The staff role { $role } may not open personal data. What the role may do: { $may }.
role-nothing = nothing
may-read = read data
may-collect = enter data
may-answer = answer
may-classify = classify
may-amend = amend data
may-erase = erase
may-export = export
may-disclose = disclose
may-decide-requests = decide requests
may-manage-users = manage users
may-publish = publish the notice
may-attest = give attestations
may-see-evidence = see the evidence

# Data
kinds-closed = No data are collected or stored other than those listed here.
record-envelope = To every record the program adds only an identifier and a number, the check value of the receipt code, a state, the times it was stored and changed, the date of erasure and any ground that postpones it, the version of the notice, and proof of consent where processing rests on consent.
kind-closed = { $kind } has only { $count ->
    [one] this item
   *[other] these items
}: { $fields }.
source-person = { $kind }: the data come only from you.
source-person-or = { $kind }: the data come from you yourself or from { $others }.
source-staff = { $kind }: the data are written by staff.
source-system = { $kind }: the data arise as the service works.
source-other = { $kind }: the data come from somebody other than you.
field-purpose = { $field } is used only for { $count ->
    [one] the purpose { $purposes }
   *[other] the purposes { $purposes }
}.
field-no-purpose = { $field } is not used for any purpose.
field-required = { $field } must be given.
field-voluntary = { $field } is voluntary.
field-required-consequence = { $field } must be given. { $consequence }
field-voluntary-consequence = { $field } is voluntary. { $consequence }
field-lookup = { $field } can be searched for only by its whole value, and the index does not show what the value is.

# Retention
keep = { $kind } is erased { $period } after { $event }. The erasure is done within { $sweep } of the end of that time at the latest.
keep-part = { $kind } is erased together with { $parent }, to which it belongs.
keep-criterion = { $kind } is kept by this criterion: { $criterion } The need is looked at again at most { $period } later.
erase = When you ask for { $kind } to be erased, it is erased without undue delay and within { $period } of your request at the latest. Once it is clear that the data are yours, it is erased even if nobody has had time to handle the request.
erase-except = When you ask for { $kind } to be erased, it is erased without undue delay and within { $period } of your request at the latest, except for what is told below to be kept. Once it is clear that the data are yours, it is erased even if nobody has had time to handle the request.
floor = { $kind }: the law wants { $fields } kept for { $period } from { $start } ({ $law }). The other data are erased when you ask, and { $count ->
    [one] this goes
   *[other] these go
} without asking when the time has passed.
floor-start-year-end = the end of the calendar year in which { $event }
floor-start-financial-year-end = the end of the financial year in which { $event }
floor-start-year-of-financial-year-end = the end of the calendar year in which the financial year ended during which { $event }
hold = { $kind }: the data are not erased as long as the field { $field } is { $values } ({ $ground }). When that ends, an erasure that was asked for or is due happens by itself.
anonymise = { $kind }: when it is erased, only a figure in the statistics stays of it ({ $what }). The figures tell of nobody, and nothing in them leads back to a person or to what was erased. Where those that are alike are of fewer than { $fewer } people, they are shown only together with others.
anonymise-per-month = the number by month
anonymise-per-year = the number by year
anonymise-per-all = the number
anonymise-by = set apart by: { $fields }
anonymise-sum = added up: { $fields }
sweep = Data whose time is up are looked for and erased, at most { $period } apart.
backups = Backups are destroyed after { $period } at the latest. The data of an erased person cannot be opened even from a backup, because the key has been destroyed.
logs = The technical log of the service is destroyed after { $period } at the latest.
ledger = Entries about the use of data are kept for { $period }. They contain no personal data.

# Disclosures and transfers
recipients-none = Data are not disclosed to others, and nobody outside the controller processes them.
recipients-closed = Data are not disclosed to anyone other than those listed here.
recipient = { $name } ({ $role }) gets data only for { $count ->
    [one] the purpose { $purposes }
   *[other] the purposes { $purposes }
}.
recipient-own-task = { $name } ({ $role }) gets data only for its own task.
recipient-class = { $name }: data are disclosed only on the ground of { $grounds }. Each disclosure records who received the data, and you see it among your own data.
recipient-class-for = { $name }: data are disclosed only on the ground of { $grounds }, and only for { $count ->
    [one] the purpose { $purposes }
   *[other] the purposes { $purposes }
}. Each disclosure records who received the data, and you see it among your own data.
disclosed-on-consent = your consent
disclosed-on-mandate = the consent of somebody whom you have authorised
disclosed-on-statute = a right under the law to obtain the data
recipient-approval = { $name }: each disclosure is approved beforehand by somebody else than whoever prepared it.
recipient-approval-unless = { $name }: each disclosure is approved beforehand by somebody else than whoever prepared it. Where somebody's life or health is in danger, data may be given at once; the reason is then recorded and a second person checks the disclosure afterwards.
recipient-demands = { $name }: each disclosure records { $facts }. Otherwise nothing is disclosed.
demand-requester = who asked for the data
demand-matter = in which matter they were asked for
role-class = class of recipients
role-processor = processor
role-recipient = recipient
role-joint-controller = joint controller
role-authority = authority
transfers-none = Data are not transferred outside the European Economic Area.
transfer = { $recipient } processes data outside the European Economic Area, in the country { $country }. The ground for the transfer is { $mechanism }.
transfer-adequacy = an adequacy decision of the Commission
transfer-standard-clauses = the standard contractual clauses of the Commission
transfer-binding-rules = binding corporate rules
transfer-consent = your explicit consent

# Cookies and visitor statistics
cookie = Cookie { $name }: { $text }
cookies-closed = No other cookies or identifiers are stored in your browser.
cookies-none = The service stores no cookies or other identifiers in your browser.
analytics = Of visits, only these are counted: { $dimensions }. The statistics are made by { $tool }.
analytics-dimension-device = type of device
analytics-dimension-country = country
analytics-dimension-pages = pages viewed
analytics-dimension-duration = time and duration of the visit
analytics-dimension-referrer = the site the visitor came from
analytics-dimension-language = language of the browser
analytics-tool-seloste = the service itself
analytics-keep = Visitor statistics are erased after { $period }.
signal-dnt = If your browser asks not to be followed (Do Not Track), your visit is not counted.
signal-gpc = If your browser sends a general privacy choice (Global Privacy Control), your visit is not counted.

# Safeguards
measure-encrypted-at-rest = Personal data are stored encrypted, and every person has keys of their own. The keys are kept apart from the data.
measure-encrypted-in-transit = Data travel between your browser and the service only encrypted.
measure-access-log = Every time personal data are read, changed, disclosed or erased, an entry is made that cannot be altered unnoticed.
measure-no-address-stored = Your network address and your browser's identifying details are not stored anywhere.
measure-hardened = The pages protect themselves: they load nothing from elsewhere, and no other site can embed them.
measure-two-factor = Staff sign in with two factors: a password alone is not enough.
measure-purpose-bound-access = Staff can open personal data only by naming a purpose that belongs to their own work.

# Decisions
automated-none = No decisions about you are made automatically, and you are not profiled.
automated-decision = { $logic } A program decides without a human: { $field } ({ $kind }). { $basis ->
        [contract] The decision is needed to enter into or perform a contract.
        [consent] The decision rests on your explicit consent.
       *[law] The decision is authorised by law: { $law }.
    } You can ask for a human to look at the decision, tell your view and contest it.

# Rights
objected-for-good = You can forbid the use of your data for the purpose { $purpose } at any time, without giving a reason. That holds at once, and nothing but your own word lifts it. So that it is honoured even after your data have been erased, a code made of your address is kept from which the address cannot be read. It is kept until you lift the objection.
objected-meanwhile = If you object to the use of your data for the purpose { $purpose }, they are not used for it while your objection is being decided. If it is upheld, they are not used for it any more.
right-access = You have the right to know whether your data are processed and to receive a copy of them.
right-rectification = You have the right to have wrong data corrected and incomplete data completed.
right-erasure = You have the right to have your data erased.
right-restriction = You have the right to have the processing of your data restricted, for example while their accuracy is being checked.
right-portability = You have the right to receive the data you have given in machine-readable form and to take them elsewhere.
right-objection = You have the right to object, on grounds relating to your particular situation, to the processing of your data.
right-withdraw-consent = You have the right to withdraw your consent at any time. Withdrawal does not affect the lawfulness of what was done with the data before it.
right-complaint = You have the right to lodge a complaint with the supervisory authority.
right-no-automated-decision = You have the right not to be subject to a significant decision made solely by automated means.
right-cooling-off = When you erase all of your own data yourself, you can change your mind for { $period }. Meanwhile nobody else sees your data. After that the erasure cannot be undone.
right-within = You get an answer within { $period } of your request at the latest.
right-target = We aim to decide on your request within { $period }.
rights-deadline = Requests are answered without undue delay and within one month at the latest. If a matter is complex, the time can be extended by at most two months, and you are told so with the reasons within the first month.
authority = The name and contact details of the supervisory authority are in this notice.

# States
state-kept = Kept. Checked on { $time }.
state-broken = Not kept since { $time }. { $why }
state-attested = Attested, valid until { $date }.
state-attestation-expired = The attestation was valid until { $date }.
state-due = The next due date is { $date }.
state-overdue = The due date was { $date }.
state-awaited = { $why } The last day for it is { $date }.
state-text = Told. The program does not check this.
state-unknown = Not checked yet.

# Why a promise is not kept
why-past-due = { $count ->
    [one] One record is past its date.
   *[other] { $count } records are past their date.
}
why-job-late = The scheduled job { $name } is late.
why-clock-in-doubt = The server's clock has changed in a way that cannot be explained. Nothing is erased by time until the clock has been checked. What is past its last day still does not open.
why-unsealed = { $count ->
    [one] One item of personal data is stored unencrypted.
   *[other] { $count } items of personal data are stored unencrypted.
}
why-undeclared-kind = Data are stored that the notice does not mention: { $name }.
why-undeclared-field = A field is stored that the notice does not mention: { $name }.
why-undeclared-purpose = Data were used for a purpose that the notice does not mention: { $name }.
why-undeclared-cookie = The service set a cookie that the notice does not mention: { $name }.
why-undeclared-host = The service contacted an address that the notice does not mention: { $name }.
why-contract-over = The contract with { $name } has ended.
why-outside-eea = The recipient { $name } is outside the European Economic Area, and no transfer is declared.
why-wrong-source = Data were recorded by another source than the declared one: { $name }.
why-undeclared-role = A user has a role that the notice does not mention: { $name }.
why-undeclared-decision = A program made a decision that the notice does not mention: { $name }.
why-missing-consent = { $count ->
    [one] One record lacks proof of consent.
   *[other] { $count } records lack proof of consent.
}
why-too-fine = { $count ->
    [one] The counters hold a figure that is finer than the notice tells.
   *[other] The counters hold { $count } figures that are finer than the notice tells.
}
why-misheld = { $count ->
    [one] The grounds for keeping one record do not match its data.
   *[other] The grounds for keeping { $count } records do not match their data.
}
why-used-without-consent = { $count ->
    [one] Data were used for this once without consent.
   *[other] Data were used for this { $count } times without consent.
}
why-used-after-objection = { $count ->
    [one] Data were used for this once although the person had objected.
   *[other] Data were used for this { $count } times although the person had objected.
}
why-ledger-broken = The chain of entries does not add up.
why-unlogged = { $count ->
    [one] One event has no entry.
   *[other] { $count } events have no entry.
}
why-address-found = A network address was found in { $name }.
why-insecure-connection = The service is offered over an unencrypted connection.
why-local-connection = So far the service answers only the machine that it runs on, and the connection is not encrypted. Before others reach the service, the administrator has to give it an encrypted address (public-url) or a certificate of its own (tls).
why-missing-header = The page lacks the protective header { $name }.
why-case-late = { $count ->
    [one] A request was not answered in time: number { $name }.
   *[other] { $count } requests were not answered in time: numbers { $name }.
}
why-backup-late = A backup is older than promised: { $name }.
why-log-old = There are entries of use that are older than promised.
why-contact-gone = The contact person's user account is no longer open.
why-controller-invented = The notice still names an invented organisation or its address. The administrator has to write the right one.
why-contact-missing = The contact person has no account yet. The administrator has to make the account { $name }, or to change it in the notice.
why-no-second-factor = { $count ->
    [one] One user account lacks a second factor.
   *[other] { $count } user accounts lack a second factor.
}
why-no-attestation = No attestation has been given.
why-alien-rows = The database has { $count } rows that this program did not write; the first is in the table { $name }.
why-version-mismatch = The published notice does not match the stored version.
why-program-differs = The program and the notice differ: { $name }.
why-form-differs = The form asks for the data otherwise than the notice tells: { $name }.
why-unkeyed = The index has a row that is not the keyed hash of the value in its record: { $name }.
why-check-failed = The check could not be made: { $name }.

# How a promise is kept
mechanism-published = The notice cannot be published without this item. The check makes sure that the published version has it.
mechanism-versioned = Every published version is stored with its hash. The check computes the hash again and compares.
mechanism-closed-world = The program stores only the data that the notice lists and does not start if the lists differ. The check compares the database with the notice.
mechanism-source-gate = Only the stated source can enter the data. The check goes through the newest entries of the ledger and looks at who made them.
mechanism-purpose-gate = Personal data open only for a named purpose, and the use is entered in the ledger. The check compares the purposes entered with the notice.
mechanism-field-gate = Each field opens only for its own purposes. The check compares the use entered with the notice.
mechanism-required-field = The form and the interface are made from the notice, so they ask for the data as told here. The check fetches the page of the public form and compares it with the notice; for other forms it compares the program with the notice.
mechanism-blind-index = Only keyed hashes are written to the index. The check goes through the rows of the index, computes the hashes again and looks for rows that are anything else.
mechanism-retention = The date of erasure is computed when the data are stored. The check looks for records whose date has passed.
mechanism-erase-on-request = A request for erasure has a time limit at which the program erases by itself. The check looks for late requests.
mechanism-kept-on-ground = A ground for keeping is noted and ended by the same write as the data that it follows from. The check computes the grounds again from the stored data and looks for differences.
mechanism-counted = The counters are raised by the same erasure that takes the record, exactly once. The check looks that nothing in the counters is finer than was told.
mechanism-sealed = Only encrypted content reaches the database. The check goes through stored data and looks for anything unencrypted.
mechanism-tls = The service's address is an encrypted one. The check looks at the service's address, and that its own certificate is in force. An unencrypted address that only the same machine reaches still waits for encryption.
mechanism-cookie-inventory = The program stops cookies that are not in the inventory. The check reports what was stopped.
mechanism-analytics-schema = The statistics have room only for what is told here. The check compares their structure with the notice.
mechanism-analytics-signal = The visit is skipped when the browser sends this signal. The check tries it.
mechanism-analytics-retention = Rows of the statistics are erased on time. The check looks for rows that are too old.
mechanism-forbidden-purpose = The program refuses to open data for this purpose even if somebody agrees. The check looks for such use in the ledger.
mechanism-recipients = The program sends data only to listed addresses. The check compares the server's settings with the notice and looks that the recipient's country and contract are in order. Nothing can be disclosed to anyone whom the notice does not name.
mechanism-no-transfer = No connection can be opened to, and no recipient named in, other countries. The check goes through the countries of recipients. The pages of the staff open only from inside the European Economic Area; the country is told from the connection, and the address is not stored.
mechanism-transfer = The program sends data only to listed addresses. The check compares the server's settings with the notice and looks that the recipient's contract is in force.
mechanism-right-desk = A request can be made on the web and has a time limit. The check looks for requests not answered in time.
mechanism-access-log = Personal data cannot be opened without an entry. The check computes the chain of entries again.
mechanism-no-address-stored = The program writes no network addresses. The check looks for them in the database and the logs.
mechanism-hardened = Every page has protective headers. The check fetches a page and reads them.
mechanism-two-factor = A session opens only after the second factor. The check looks for accounts that lack it.
mechanism-sweep = The erasure run starts by itself. The check looks at when it last finished.
mechanism-backups = Old backups and their keys are destroyed. The check looks at the age of the oldest backup.
mechanism-ledger-keep = When the time of an entry is over, the program destroys it. Its hash is kept, so that the other entries can still be verified. The check looks at the age of the oldest entry.
mechanism-review-date = The program reminds, and shows when the date has passed. The person responsible confirms the review.
mechanism-contact-open = The task is bound to a user account. The check looks that the account is open.
mechanism-roles-limit = The role gives only the rights listed here. The check goes through the newest entries of the ledger and looks for roles that the notice does not have.
mechanism-consent-proof = Without consent the data are refused, and they are not opened for this purpose. The check looks for records without proof of consent, and for uses in the ledger that no consent stands behind.
mechanism-objected = The purpose is closed in the write that notes the objection. The check looks for uses after the objection.
mechanism-no-automated-decision = The program lets no other program set an outcome about a person: an attempt with a key is refused. The check compares the parts of the program with the notice and looks in the notes for decisions of programs.
mechanism-automated-decision = A program may set an outcome only in this field and only in the name of this decision. Each is noted, and the page Your data shows what the program decided. The check looks in the notes for decisions that the notice does not mention.
mechanism-attested = The program cannot see this. A named person vouches for it with a document that has a last day of validity.
mechanism-text = This is only told. The program does not watch over it.
