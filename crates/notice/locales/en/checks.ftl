# Texts of the checks: title (the rule), message (the finding), why, mend.

syntax-title = The text follows KDL 2
syntax-message = { $what ->
        [not-utf8] the file has bytes that are not UTF-8 text
        [never-closed] this block is never closed
        [stray-close] this brace closes nothing
        [endless-text] this text is not closed with a quotation mark
        [endless-comment] this comment is never closed
        [bare-word] `{ $detail }` is written `#{ $detail }`
       *[kdl] this cannot be read: { $detail }
    }
syntax-why = What cannot be read cannot be promised.
syntax-mend = { $what ->
        [not-utf8] Save the file as UTF-8.
        [never-closed] Add `{"}"}` at the end of the block.
        [stray-close] Remove the brace, or add `{"{"}` where the block begins.
        [endless-text] Add a quotation mark at the end of the text.
        [endless-comment] Add `*/` at the end of the comment.
        [bare-word] Write `#{ $detail }`.
       *[kdl] Write texts in quotation marks, properties as name="value", and the values #true and #false with the number sign. Close each text, block and comment.
    }

too-large-title = The notice stays within the limits of size and depth
too-large-message = { $what ->
        [depth] more than { $limit } blocks are nested
       *[size] the file is larger than { $limit } bytes
    }
too-large-why = With a stated limit no file can stop the program.
too-large-mend = Split the notice, or remove needless nesting.

no-notice-title = A file holds exactly one notice
no-notice-message = { $what ->
        [two] the file holds a second notice
       *[none] the file holds no notice
    }
no-notice-why = One file, one notice, one version.
no-notice-mend = Write everything inside one `notice` block.

unknown-node-title = Every node is known
unknown-node-message = { $near ->
        [nothing-near] `{ $name }` is not known here
       *[other] `{ $name }` is not known here; did you mean `{ $near }`?
    }
unknown-node-why = A misspelt node would promise nothing, and nobody would notice.
unknown-node-mend = Use a known name; `seloste explain notice` lists them.

unknown-property-title = Every property is known
unknown-property-message = { $near ->
        [nothing-near] `{ $inside }` has no property `{ $name }`
       *[other] `{ $inside }` has no property `{ $name }`; did you mean `{ $near }`?
    }
unknown-property-why = A misspelt property would promise nothing, and nobody would notice.
unknown-property-mend = Use a known name.

unknown-value-title = A word from a closed list is on it
unknown-value-message = { $near ->
        [nothing-near] `{ $name }` is none of { $known }
       *[other] `{ $name }` is none of { $known }; did you mean `{ $near }`?
    }
unknown-value-why = Only what the program knows can be enforced.
unknown-value-mend = Use one of the listed words.

bad-value-title = A value has the form that its place wants
bad-value-message = { $wanted ->
        [flag] `{ $value }` is neither #true nor #false
        [quoted-number] `{ $value }` is in quotation marks, so it is a text and not a number
        [number] `{ $value }` is not a whole number from 1 to 5,000,000
        [period] `{ $value }` is not a period such as "1 month"
        [date] `{ $value }` is not a date such as "2026-01-31"
        [year-end] `{ $value }` is no day of the year, such as "12-31"
        [email] `{ $value }` is not a mail address
        [country] `{ $value }` is not a two-letter country code
        [host] `{ $value }` is not a host name
       *[text] `{ $value }` is not a text in quotation marks
    }
bad-value-why = A value that cannot be read can be neither obeyed nor shown to anybody.
bad-value-mend = { $wanted ->
        [flag] Write #true or #false.
        [quoted-number] Write the number without quotation marks: { $value }.
        [number] Write the number without quotation marks and spaces, such as 4000.
        [period] Write the period like this: "1 month", "14 days", "2 years".
        [date] Write the date like this: "2026-01-31".
        [year-end] Write month and day like this: "12-31".
        [email] Write a whole mail address, such as "palaute@example.fi".
        [country] Write the two-letter code of the country, such as "FI".
        [host] Write the host's name and, where needed, the port, such as "mail.example.fi:587".
        [text] Write the text in quotation marks.
       *[form] Write the value in the form shown.
    }

missing-value-title = A node that needs a value has one
missing-value-message = `{ $name }` has no value
missing-value-why = A purpose or role without a name cannot be referred to.
missing-value-mend = Write the value after the node's name.

surplus-value-title = A node has no values that it does not take
surplus-value-message = `{ $name }` has a value that nothing reads
surplus-value-why = A value that nothing reads promises nothing.
surplus-value-mend = Remove the value.

bad-name-title = Short names have only small letters, digits and hyphens
bad-name-message = `{ $name }` cannot be a short name
bad-name-why = Names become addresses, promise ids and form fields.
bad-name-mend = Give a name of at most 40 characters: first a–z, then a–z, 0–9 and hyphen.

duplicate-title = Nothing is declared twice
duplicate-message = `{ $name }` is here already
duplicate-why = Two declarations of one thing can contradict each other.
duplicate-mend = Keep one of the two.

typed-version-title = Version and date come from publication
typed-version-message = `{ $name }` may not be written by hand
typed-version-why = A date typed by hand can make a notice look newer or older than it is.
typed-version-mend = Remove it; publishing shows the version and its date.

missing-language-title = Every text is there in every language of the notice
missing-language-message = the text is missing in { $lang }
missing-language-why = A promise that the reader does not understand is not transparent.
missing-language-mend = Add the translation, or remove the language from the notice.

missing-text-title = Everything that people read has a text
missing-text-message = `{ $name }` has no text for people
missing-text-why = A short name alone tells the reader nothing.
missing-text-mend = Add the text in the notice's languages.

template-residue-title = Texts have no template residue
template-residue-message = the text has a gap that was never filled: { $found }
template-residue-why = An unfilled gap tells the reader that nobody has read the notice.
template-residue-mend = Write the right information there.

repealed-law-title = Texts do not lean on repealed law
repealed-law-message = the text uses words of a repealed act: { $found }
repealed-law-why = The Personal Data Act was repealed on 1 January 2019. Its words mislead the reader.
repealed-law-mend = Rewrite the sentence in the GDPR's terms.

unique-anonymous-title = A unique identifier is not called anonymous
unique-anonymous-message = the text calls an identifier both unique and anonymous
unique-anonymous-why = A unique identifier singles a person out, so it is not anonymous.
unique-anonymous-mend = Write "random identifier" and treat it as personal data.

no-confirmation-title = People are told what was done with their request
no-confirmation-message = the text refuses to confirm what was done
no-confirmation-why = The controller must tell what was done without undue delay and within one month.
no-confirmation-mend = Say where and when it is told, for instance on the receipt page.

absolute-claim-title = Texts do not promise perfect safety
absolute-claim-message = the text promises more than any measure can keep: { $found }
absolute-claim-why = A promise that is too great misleads.
absolute-claim-mend = Say which measures are used.

controller-incomplete-title = The controller's name, address, email and phone are given
controller-incomplete-message = the controller has no { $item ->
        [name] name
        [address] postal address
        [email] mail address
       *[phone] telephone number
    }
controller-incomplete-why = People must know who processes their data and how to reach them.
controller-incomplete-mend = Complete the `controller` block.

controller-kind-title = The controller's kind is told
controller-kind-message = the controller's kind is missing
controller-kind-why = The kind decides which legal bases are open and whether an officer is needed.
controller-kind-mend = Add `kind`, such as `kind="authority"`.

business-id-title = The business id's check digit is right
business-id-message = `{ $id }` is not a Finnish business id
business-id-why = A wrong id leads people to the wrong controller.
business-id-mend = Check the id: seven digits, a hyphen and the check digit.

officer-missing-title = An authority has a data protection officer
officer-missing-message = the notice of an authority has no officer
officer-missing-why = An authority must designate an officer and tell how to reach them.
officer-missing-mend = Add an `officer` block.

officer-unreachable-title = The officer can be reached
officer-unreachable-message = the officer has no contact details
officer-unreachable-why = Using one's rights needs a way to the officer.
officer-unreachable-mend = Add an email, address or phone.

contact-unbound-title = The contact person is bound to a staff account
contact-unbound-message = the contact person is not bound to an account
contact-unbound-why = When the account closes, the notice notices that the contact person is gone.
contact-unbound-mend = Add `contact user="account"`.

register-unnamed-title = The register has a name
register-unnamed-message = the register has no name
register-unnamed-why = The reader must know which service the notice is about.
register-unnamed-mend = Add a `register` block.

review-missing-title = The notice is read through at intervals
review-missing-message = the notice has no review period
review-missing-why = A notice ages unnoticed unless somebody reads it regularly.
review-missing-mend = Add `review every="1 year"`.

authority-missing-title = The supervisory authority is named
authority-missing-message = the supervisory authority is missing
authority-missing-why = People have the right to complain and must know where.
authority-missing-mend = Add `authority "fi"`.

basis-missing-title = Every purpose has one legal basis
basis-missing-message = purpose `{ $name }` has no legal basis
basis-missing-why = Processing is lawful only on one of the six grounds.
basis-missing-mend = Add `basis`.

purposes-missing-title = The notice has purposes
purposes-missing-message = the notice has no purpose
purposes-missing-why = Data may be processed only for a stated purpose.
purposes-missing-mend = Add a `purpose`.

consent-text-title = Consent has its words
consent-text-message = purpose `{ $name }` asks for consent but does not say to what
consent-text-why = Consent is valid only when the person knows to what they consent.
consent-text-mend = Add a `consent` block to the purpose.

withdrawal-missing-title = Consent can be withdrawn
withdrawal-missing-message = the right to withdraw consent is not mentioned
withdrawal-missing-why = Consent can be withdrawn at any time, and people must be told.
withdrawal-missing-mend = Add `withdraw-consent` to `rights`.

interest-missing-title = The legitimate interest is named
interest-missing-message = purpose `{ $name }` does not name its interest
interest-missing-why = People can object only when they know the interest.
interest-missing-mend = Add an `interest` block to the purpose.

law-missing-title = A purpose that rests on law names it
law-missing-message = purpose `{ $name }` does not name the law
law-missing-why = A legal obligation or a public task is laid down by law.
law-missing-mend = Add `law`: act and section.

company-public-task-title = An association, a foundation, a company or a person does not claim a public task that it does not have
company-public-task-message = purpose `{ $name }` claims a public task though the controller is no authority
company-public-task-why = Whoever is no authority has such a task only when the law gives it one.
company-public-task-mend = Check that the law gives the task, or change the basis, for example: basis="legitimate-interests" and a block `interest`.

authority-consent-title = Consent given to an authority is truly free
authority-consent-message = all data of `{ $name }` rest on consent though the controller is an authority
authority-consent-why = There is an imbalance between an authority and a person, so consent is not always free.
authority-consent-mend = Make sure that refusing has no effect, or rely on a public task.

authority-interests-title = An authority does not rely on legitimate interests
authority-interests-message = purpose `{ $name }` relies on legitimate interests though the controller is an authority
authority-interests-why = That ground does not apply to an authority's tasks.
authority-interests-mend = Use a public task or a legal obligation.

forbidden-declared-title = A forbidden use is not declared, under another name neither
forbidden-declared-message = purpose `{ $name }` is declared though `{ $forbidden }` is forbidden
forbidden-declared-why = A notice cannot allow and forbid the same thing.
forbidden-declared-mend = Remove one of the two. If they are different things, name and describe them so that the difference shows.

purpose-unused-title = Every purpose is used
purpose-unused-message = no field serves purpose `{ $name }`
purpose-unused-why = A purpose that nothing serves only confuses.
purpose-unused-mend = Remove the purpose, or name it in fields.

purpose-unknown-title = A purpose that is referred to exists
purpose-unknown-message = { $near ->
        [nothing-near] there is no purpose `{ $name }`
       *[other] there is no purpose `{ $name }`; did you mean `{ $near }`?
    }
purpose-unknown-why = An unknown purpose allows nothing.
purpose-unknown-mend = Add the purpose, or mend the name.

required-on-consent-title = A field that rests on consent is voluntary
required-on-consent-message = field `{ $name }` is required though it rests on consent alone
required-on-consent-why = Consent that is forced is not free.
required-on-consent-mend = Remove `required`, or change the basis.

category-missing-title = Every field has a category
category-missing-message = field `{ $name }` has no category
category-missing-why = The category tells what sort of data are collected.
category-missing-mend = Add `category`.

field-purpose-missing-title = Every field has a purpose
field-purpose-missing-message = field `{ $name }` is used for nothing
field-purpose-missing-why = Data without a purpose may not be collected.
field-purpose-missing-mend = Add `purposes`, or remove the field.

source-missing-title = Every kind has a source
source-missing-message = the source of `{ $name }` is not told
source-missing-why = People have the right to know where their data come from.
source-missing-mend = Add `from`.

source-unnamed-title = Another source is named
source-unnamed-message = the other source of `{ $name }` is not named
source-unnamed-why = "Other" alone does not tell where the data come from.
source-unnamed-mend = Add a `source` block.

keep-missing-title = Every kind has a retention period
keep-missing-message = `{ $name }` does not say how long it is kept
keep-missing-why = Data may be kept only as long as needed, and people must be told.
keep-missing-mend = Add `keep`, or `part-of` when it ends with another kind.

consequence-missing-title = A required field says what follows without it
consequence-missing-message = required field `{ $name }` does not say what follows without it
consequence-missing-why = People must be told whether they must give the data and what follows if not.
consequence-missing-mend = Add a `consequence` block to the field.

special-ground-title = A special category has a ground of Article 9
special-ground-message = field `{ $name }` is of a special category but has no ground
special-ground-why = Processing health, belief and other sensitive data is otherwise forbidden.
special-ground-mend = Add `ground`, or do not collect it.

lookup-guessable-title = Records are found only by values that cannot be guessed
lookup-guessable-message = the values of field `{ $name }` can be guessed
lookup-guessable-why = With few alternatives and a leaked key, a keyed hash is undone by trying.
lookup-guessable-mend = Remove `lookup`, or use another field.

part-of-unknown-title = A kind ends with a kind that exists
part-of-unknown-message = kind `{ $name }` cannot be part of `{ $whole }`
part-of-unknown-why = Otherwise nobody knows when the data are erased.
part-of-unknown-mend = Refer to another kind that has its own period.

keep-twice-title = A kind has one retention period
keep-twice-message = `{ $name }` has its own period and that of another kind
keep-twice-why = With two periods the reader cannot know which one holds.
keep-twice-mend = Remove `keep` or `part-of`.

service-empty-title = A service tells what it collects
service-empty-message = service `{ $name }` does not tell what it collects
service-empty-why = A service that collects nothing needs no notice; others tell.
service-empty-mend = Add `collect` and its fields.

engine-undeclared-title = Data that the program itself makes are declared
engine-undeclared-message = service `{ $name }` is missing though the program always processes its data
engine-undeclared-why = Staff accounts and data protection requests are personal data like any other.
engine-undeclared-mend = Paste the suggested line into the notice. The program brings what the service collects; what you write in a block behind it goes before what is delivered.

choice-mismatch-title = A choice has alternatives, other fields have none
choice-mismatch-message = the type and the alternatives of field `{ $name }` do not fit
choice-mismatch-why = A choice without alternatives accepts no value.
choice-mismatch-mend = Add `choice` blocks, or change the type.

period-absurd-title = A retention period is of human size
period-absurd-message = the period { $period } of `{ $name }` makes no sense
period-absurd-why = Zero, or more than a hundred years, is a slip and not a promise.
period-absurd-mend = Write the real period.

keep-below-sweep-title = A period is longer than the time between sweeps
keep-below-sweep-message = `{ $name }` is promised to go after { $period }, but sweeps run every { $sweep }
keep-below-sweep-why = A promise shorter than the time between sweeps cannot be kept.
keep-below-sweep-mend = Lengthen the period, or shorten `operations sweep`.

backups-outlive-title = Backups do not outlive the data
backups-outlive-message = backups live { $backups }, but `{ $name }` only { $period }
backups-outlive-why = A sealed copy stays on disk though its key is gone. The reader must be told the true time.
backups-outlive-mend = Shorten `operations backups` to the retention period at most.

operations-silent-title = The times of logs and backups are told
operations-silent-message = the notice does not tell how long logs and backups live
operations-silent-why = The true retention is the promised period and these times together.
operations-silent-mend = Add `operations` with its times.

erase-missing-title = The time of erasure on request is told
erase-missing-message = `{ $name }` does not say how fast it is erased on request
erase-missing-why = Without a promise of your own the law's longest time holds, one month.
erase-missing-mend = Add `erase-on-request within`.

erase-slow-title = A request for erasure is met within a month
erase-slow-message = erasing `{ $name }` may take { $period }, more than a month
erase-slow-why = A request must be met without undue delay and within a month at the latest. In February 30 days are more than a month.
erase-slow-mend = Write one month at most, better a few days.

erase-empty-title = Erasure on request is faster than ordinary deletion
erase-empty-message = erasing `{ $name }` on request takes as long as its ordinary deletion
erase-empty-why = The right is empty if the data go just as soon anyway.
erase-empty-mend = Promise erasure on request within a few days.

role-idle-title = Every role has a purpose and something to do
role-idle-message = role `{ $name }` may do nothing
role-idle-why = A role that grants nothing is probably unfinished.
role-idle-mend = Add `purposes` and `may`.

kind-unreadable-title = Some role may read every kind
kind-unreadable-message = no role may read `{ $name }`
kind-unreadable-why = Data that nobody may read are not needed and cannot be answered for.
kind-unreadable-mend = Give some role `read` and a purpose of the kind.

duty-unassigned-title = Every duty has somebody to do it
duty-unassigned-message = nobody may { $duty ->
        [decide-requests] decide data protection requests
        [manage-users] manage staff accounts
        [publish] publish the notice
       *[attest] vouch for attested measures
    }
duty-unassigned-why = A duty that belongs to nobody is left undone.
duty-unassigned-mend = Add the action to some role's `may`.

cookies-silent-title = Cookies are told
cookies-silent-message = nothing is said about cookies
cookies-silent-why = People must be told what is stored on their device and why.
cookies-silent-mend = Add `cookies` with its cookies, or `cookies none`.

session-cookie-title = The session cookie is declared
session-cookie-message = the session cookie `__Host-session` is not declared
session-cookie-why = Staff cannot sign in without it, so it is in use.
session-cookie-mend = Add `necessary "__Host-session"`.

session-idle-title = An unused session ends in time
session-idle-message = the time `idle`, { $period }, does not fit cookie `{ $name }`
session-idle-why = A machine left open must not let others in, and the notice must not promise a time that nothing obeys.
session-idle-mend = Give `__Host-session` an `idle` shorter than its `keep`, and no other cookie one.

staff-lookup-title = Nobody is found by the contact details of staff
staff-lookup-message = staff can be found by the field `{ $name }`
staff-lookup-why = Whoever is found by an address is sent a link there, and a mailbox must not stand for a password and a second factor.
staff-lookup-mend = Remove `lookup=#true` from the field.

cookie-name-title = A cookie's name is one that browsers take
cookie-name-message = `{ $name }` cannot be a cookie's name
cookie-name-why = Browsers refuse it, so it cannot be the cookie that is set.
cookie-name-mend = Use letters, digits, hyphen and underscore.

cookie-without-consent-title = Consent is asked for cookies that are not necessary
cookie-without-consent-message = no consent is asked for cookie `{ $name }`
cookie-without-consent-why = Only cookies that the service needs may be set without consent.
cookie-without-consent-mend = Add a purpose on consent, or remove the cookie.

cookie-long-title = A cookie does not live longer than needed
cookie-long-message = cookie `{ $name }` lives { $period }, more than 13 months
cookie-long-why = A long-lived cookie is hard to justify.
cookie-long-mend = Shorten its time.

cookie-party-title = Another party's cookie belongs to a declared recipient
cookie-party-message = `{ $party }`, who sets cookie `{ $name }`, is not among the recipients
cookie-party-why = Who sets a cookie also receives data.
cookie-party-mend = Add the party to `recipients`.

analytics-silent-title = Analytics are told
analytics-silent-message = nothing is said about analytics
analytics-silent-why = The reader wants to know whether visits are followed.
analytics-silent-mend = Add `analytics none`, or tell what is counted.

analytics-keep-title = Analytics have a retention period
analytics-keep-message = analytics have no retention period
analytics-keep-why = The raw data of statistics must end too.
analytics-keep-mend = Add `keep`.

analytics-consent-title = Analytics that link visits use a declared cookie
analytics-consent-message = linking visits needs a cookie that is not declared
analytics-consent-why = Visits cannot be linked without a cookie, and that needs consent.
analytics-consent-mend = Add an `optional` cookie and consent, or use `mode="counts"`.

analytics-tool-title = The analytics tool that is named is the one that runs
analytics-tool-message = the notice names `{ $tool }`, but `seloste` runs
analytics-tool-why = The reader must be told the tool that really collects.
analytics-tool-mend = Write `tool="seloste"`.

analytics-signals-title = Analytics honour the browser's signals
analytics-signals-message = analytics do not honour the signal { $signal }
analytics-signals-why = Do Not Track has left several browsers; Global Privacy Control is its successor.
analytics-signals-mend = Write `honour="dnt gpc"`.

recipients-silent-title = Recipients are told
recipients-silent-message = nothing is said about recipients
recipients-silent-why = People must know who receives their data.
recipients-silent-mend = Add `recipients`, or `recipients none`.

transfers-silent-title = Transfers outside the EEA are told
transfers-silent-message = nothing is said about transfers outside the EEA
transfers-silent-why = People must know whether their data leave the area.
transfers-silent-mend = Add `transfers none`, or the transfers.

transfer-contradiction-title = With no transfers every recipient is in the EEA
transfer-contradiction-message = recipient `{ $name }` is in { $country } though no transfers are promised
transfer-contradiction-why = The promise and the recipients contradict each other.
transfer-contradiction-mend = Change the recipient, or declare the transfer and its mechanism.

contract-missing-title = There is a contract with each processor
contract-missing-message = the date of the contract with `{ $name }` is missing
contract-missing-why = A processor may process data only under a contract.
contract-missing-mend = Add `contract` and the contract's date.

tool-unlisted-title = A product that the text names is among the recipients
tool-unlisted-message = the text names `{ $name }`, which is not among the recipients
tool-unlisted-why = Whoever's system holds the data is a recipient, even when only mentioned in passing.
tool-unlisted-mend = Add the provider to `recipients` (country, date of the contract and, if needed, `products`), or leave the name out.

contract-over-title = The contract with the processor is in force
contract-over-message = the contract with `{ $name }` ended on { $date }
contract-over-why = Once the contract has ended, the processor may no longer process the data.
contract-over-mend = Renew the contract and write its new last day, or take the processor out.

country-missing-title = A recipient's country is told
country-missing-message = recipient `{ $name }` has no country
country-missing-why = Without a country nobody can judge transfers.
country-missing-mend = Add `country`.

transfer-unknown-title = A transfer is to a declared recipient outside the EEA
transfer-unknown-message = the transfer to `{ $name }` is not to a declared recipient outside the EEA
transfer-unknown-why = Transfers and recipients tell of one thing, so they must agree.
transfer-unknown-mend = Mend the name or the country, or remove the transfer.

transfer-undeclared-title = Every transfer outside the EEA is declared
transfer-undeclared-message = recipient `{ $name }` is in { $country }, but the transfer is not declared
transfer-undeclared-why = A transfer must be told and needs a mechanism.
transfer-undeclared-mend = Add a `transfer` to `transfers`.

transfer-mechanism-title = A transfer has a mechanism
transfer-mechanism-message = the transfer to `{ $name }` has no { $item ->
        [country] country
       *[mechanism] mechanism
    }
transfer-mechanism-why = A transfer is lawful only on one of the mechanisms of Chapter V.
transfer-mechanism-mend = Add `country` and `mechanism`.

measures-missing-title = The basic protection is promised
measures-missing-message = the notice does not promise { $measure ->
        [encrypted-at-rest] encryption of stored data
        [encrypted-in-transit] an encrypted connection
       *[access-log] a log of access
    }
measures-missing-why = The program does it anyway. When promised it is also checked and shown.
measures-missing-mend = Add it to `measure`.

attest-incomplete-title = An attestation has a giver and an interval
attest-incomplete-message = attestation `{ $name }` has no { $item ->
        [by] giver
       *[every] interval
    }
attest-incomplete-why = A word that nobody gives, or that never expires, proves nothing.
attest-incomplete-mend = Add `by` and `every`.

attest-role-title = An attestation is given by a role that may attest
attest-role-message = role `{ $role }` does not exist or may not attest
attest-role-why = The word stays ungiven when nobody can give it.
attest-role-mend = Mend the name, or give the role `attest`.

hosting-unattested-title = A person vouches for the server room
hosting-unattested-message = nobody vouches for the server room
hosting-unattested-why = The program sees neither doors nor locks. Somebody must answer for them.
hosting-unattested-mend = Add `attest "hosting-physical"`.

right-missing-title = The rights that everybody has are told
right-missing-message = the notice lacks the right { $right ->
        [access] to see their data
        [rectification] to correct their data
        [erasure] to have their data erased
        [restriction] to restrict processing
       *[complaint] to complain to the authority
    }
right-missing-why = Everybody has these rights and must be told of them.
right-missing-mend = Add the right to `rights`.

objection-missing-title = The right to object is told
objection-missing-message = the right to object is not told
objection-missing-why = People have it when the basis is a public task or legitimate interests, and for direct marketing and research on any basis.
objection-missing-mend = Add `objection` to `rights`.

portability-missing-title = The right to portability is told
portability-missing-message = the right to portability is not told
portability-missing-why = People have it when the basis is consent or a contract.
portability-missing-mend = Add `portability` to `rights`.

right-slow-title = A right is fulfilled within a month
right-slow-message = the promised time { $period } may exceed a month
right-slow-why = A request must be met without undue delay and within a month at the latest.
right-slow-mend = Write one month at most.

target-slow-title = A target is shorter than the promised time
target-slow-message = the target { $period } is not shorter than the promised time { $promised }
target-slow-why = Staff are alarmed at the target so that the promise is kept. A target that is as long does not help.
target-slow-mend = Shorten `target`, or leave it out.

decisions-silent-title = Automated decisions are told
decisions-silent-message = nothing is said about automated decisions
decisions-silent-why = People must know whether a machine decides about them.
decisions-silent-mend = Add `automated-decisions none`, or the decisions.

decision-right-title = An automated decision can be brought to a human
decision-right-message = automated decisions are made, but the right to a human is not told
decision-right-why = People have the right to have a human look at the matter.
decision-right-mend = Add `no-automated-decision` to `rights`.

criterion-review-title = A retention criterion is looked at every two years at least
criterion-review-message = the criterion of `{ $name }` is looked at only every { $period }
criterion-review-why = A criterion that is seldom looked at is in practice for ever.
criterion-review-mend = Shorten `review`.

erase-contradiction-title = One time is promised for erasing
erase-contradiction-message = erasing `{ $name }` may take { $period }, though the right promises it within { $promised }
erase-contradiction-why = A notice that tells two times for the same erasure breaks one of its own promises.
erase-contradiction-mend = Write the same time in `erase-on-request` and `erasure within`, or promise a longer time in the right.

time-in-text-title = A time written in a text is the time declared beside it
time-in-text-message = the text says { $told }, but { $declared } is declared
time-in-text-why = People read the text and the program keeps the declared time. When they differ, one of them is untrue.
time-in-text-mend = Write the same time in the text and the attribute. Only times in the texts of rights and cookies are compared; other text is for a person to check.

authority-law-title = Whoever is no authority does not rely on a law that binds authorities
authority-law-message = purpose `{ $name }` relies on Act { $act }, which binds authorities
authority-law-why = Such a law gives an association, a foundation, a company or a person no duty and no right.
authority-law-mend = Name the law that binds you, or change the basis. If you carry out a public administrative task, check that the law gives it to you.

program-differs-title = The notice declares what the program knows and needs
program-differs-message = { $what ->
    [service] the program has no service `{ $name }`: remove it
    [taken] the kind name `{ $name }` is the program's own: choose another
    [kind] the service does not collect the kind `{ $name }`: remove it
    [field] the program does not know the field `{ $name }`: remove it
    [needed-field] the program does not work without the field `{ $name }`: add it
    [needed-kind] the program does not work without the kind `{ $name }`: add it
   *[event] the program does not know the event `{ $name }`: choose another
} (the program knows: { $known })
program-differs-why = What the program does not know it cannot collect, keep or erase, so the notice would promise an empty word.
program-differs-mend = Use only names that the program knows. Texts, times, purposes, roles and optional fields are yours to decide; a new field or kind needs programming.

as-delivered-title = The notice tells of its own organisation
as-delivered-message = the invented organisation of the ready-made notice is still here: { $found }
as-delivered-why = People would turn to somebody who does not exist, and nobody would answer for their data.
as-delivered-mend = Write your own organisation's values in these places. Remove a processor that you do not have.

hidden-character-title = The notice has no hidden characters
hidden-character-message = there is a character here that cannot be seen: { $found }
hidden-character-why = A hidden character can make the reader see something else than the notice says.
hidden-character-mend = Remove the character. If need be, type the text anew.

# Second places of a finding.
note-first-here = the first one is here
note-also-invented = the invented one is here, too
note-forbidden-here = it is forbidden here
note-right-here = the time is promised here
note-sweep-here = the time between sweeps is here
note-backups-here = the time of backups is here
note-none-here = no transfers are promised here

# Words of the report itself.
report-law = Law
report-looked-up = looked up { $day }
report-not-looked-up = not looked up
report-sure = sure
report-likely = likely
report-unsure = unsure
report-paste = Paste into the notice:
report-clean = Nothing to remark.
report-more = … and { $count } more. --format json lists them all.
report-places = It is in { $count } more places. --format json lists them all.
report-total = { $errors } { $error-form ->
    [one] error
   *[many] errors
}, { $warnings } { $warning-form ->
    [one] warning
   *[many] warnings
}

promise-uncovered-title = Every promise is covered
promise-uncovered-message = nothing keeps the promise `{ $name }` and nobody vouches for it
promise-uncovered-why = A sentence that nothing keeps and nobody vouches for is decoration.
promise-uncovered-mend = Use a measure, right or authority that the program knows, vouch for it with `attest` (for the log `attest "logs"`), or tell it as `statement`.

floor-unclear-title = A duty to keep names fields and an event
floor-unclear-message = { $what ->
        [field] the floor `{ $name }` names the field `{ $field }`, which the kind does not have
        [event] the floor `{ $name }` begins with the event `{ $event }`, which is neither the writing nor the event of `keep`
       *[none] the floor `{ $name }` names no field
    }
floor-unclear-why = What is kept without an end in sight is kept for ever.
floor-unclear-mend = Name declared fields in `fields`, and in `from` the writing or the event of `keep`.

floor-without-duty-title = What the law wants kept has a purpose that rests on that duty
floor-without-duty-message = the field `{ $name }` is kept on the ground `{ $ground }`, but none of its purposes rests on a legal obligation
floor-without-duty-why = Data that serve no duty of law are not exempt from the right to erasure.
floor-without-duty-mend = Give the field a purpose with `basis="legal-obligation"`, or leave it out of the floor.

hold-unclear-title = A hold is told by values of a choice
hold-unclear-message = the field `{ $field }` of the hold `{ $name }` is no choice with the value `{ $value }`
hold-unclear-why = The program begins and ends a hold by itself only where a closed list says when.
hold-unclear-mend = Name a field of type `choice` in `field`, and some of its values in `is`.

shared-end-title = What many people write together has an end for each of them
shared-end-message = the shared kind `{ $name }` lacks `part-of` or a `keep` of its own
shared-end-why = Somebody else's text must neither go with the conversation of another nor stay for ever.
shared-end-mend = Write `part-of` and `keep` beside `shared`.

cooling-off-long-title = The time for changing one's mind fits into the time promised for the erasure
cooling-off-long-message = { $period } for changing one's mind may be longer than the promised { $promised }
cooling-off-long-why = Who waits longer than the promised time breaks the promise.
cooling-off-long-mend = Shorten `cooling-off`, or promise more time, at most one month.

attest-about-title = An attestation about a processor is about one that the notice names
attest-about-message = attestation `{ $name }` is about `{ $about }`, which `recipients` does not name
attest-about-why = Nobody can vouch for a contract with somebody who is not used.
attest-about-mend = { $near ->
        [nothing-near] Remove the attestation if there is no such processor any more. Else write the processor's name in `about`.
       *[near] Remove the attestation if there is no such processor any more. Did you otherwise mean `{ $near }`?
    }

service-unknown-title = A service is one of the program's, or says what runs it
service-unknown-message = { $near ->
    [no-text] the service `{ $name }` has no name for people
    [not-ready-made] the service `{ $name }` is not to be had ready-made; ready-made are { $ready }
    [nothing-near] the program has no service `{ $name }`, and nothing says what runs it; it has { $known }
   *[other] the program has no service `{ $name }`, and nothing says what runs it; did you mean `{ $near }`?
}
service-unknown-why = What nothing runs collects nothing, and the notice would promise an empty word.
service-unknown-mend = Use the name of a service of the program. For a register that staff keep, write `runs="records"` after the name and the register's name for people inside.

use-undeclared-title = Marketing and research are called so
use-undeclared-message = purpose `{ $name }` speaks of the use `{ $use }` but does not say that it is one
use-undeclared-why = The program leaves out at once whoever objects to direct marketing or research only where the notice says which purposes they are.
use-undeclared-mend = Add `use="direct-marketing"` or `use="market-research"` to the purpose. If it is something else, describe it so that the difference shows.

use-basis-title = Direct marketing does not rest on a contract or a duty
use-basis-message = purpose `{ $name }` is direct marketing, which cannot rest on a contract, a legal obligation or vital interests
use-basis-why = No contract or duty needs direct marketing.
use-basis-mend = Give the purpose its true basis, mostly `consent` or `legitimate-interests`, or leave out the marketing.

told-once-title = A law and an address in words are there in each language of the notice
told-once-message = `{ $name }` is written in one language only: { $langs } is missing
told-once-why = A reader in another language does not know the act or the office by its name in this one.
told-once-mend = Write the text in each language, such as `law {"{"} fi "…"; sv "…"; en "…" {"}"}` inside the purpose.

address-unused-title = A mail address is asked only where mail can go
address-unused-message = nothing can be sent to the address in `{ $name }`: the notice names nobody who relays mail
address-unused-why = An address that nothing can be sent to is not needed, and asking for it promises an answer by mail. The form does not ask for it before mail is set up.
address-unused-mend = Declare the mail relay in `recipients` and its server in `host`. If there will be no mail, remove the field and what the texts say of it.

kind-by-name-title = An association, a company or a foundation is no authority
kind-by-name-message = the controller `{ $name }` is of the kind `authority`, but its name tells `{ $kind }`
kind-by-name-why = The kind decides which legal bases are open, and whether documents are public.
kind-by-name-mend = Write the right kind in `kind`, then look at the bases of the purposes. If the name misleads, leave the warning as it is.

recipient-unclear-title = What a recipient may get, and on what, is clear
recipient-unclear-message = `{ $value }` of recipient `{ $name }` is not there
recipient-unclear-why = The program hands nothing over by a rule that it cannot read.
recipient-unclear-mend = Name in `gets` a kind and fields that the notice declares. Give a class its `grounds`.

approval-unclear-title = What is promised of a disclosure can be recorded
approval-unclear-message = what is promised of disclosures to `{ $name }` cannot be recorded: the kind `disclosure` has no field `{ $value }`
approval-unclear-why = The disclosure would wait for what has no place.
approval-unclear-mend = Add the field to the kind `disclosure`. The delivered service `service "rights" ready-made=#true` has it.

curly-quotes-title = Texts stand between straight quotation marks
curly-quotes-message = `{ $found }` begins with a curly quotation mark, which would become a part of the text
curly-quotes-why = Word processors and telephones write curly quotation marks; the notice language knows straight ones only.
curly-quotes-mend = Write straight quotation marks around the text: "…".

decision-unclear-title = An automated decision sets one choice of one kind
decision-unclear-message = { $what ->
        [no-kind] the decision `{ $name }` does not say about which kind it decides
        [no-field] the decision `{ $name }` does not say in which field the outcome lies
        [kind] the kind `{ $value }` of the decision `{ $name }` is of no service that `runs="records"`
        [field] the field `{ $value }` of the decision `{ $name }` is no choice of the kind
        [twice] the decision `{ $name }` sets the field `{ $value }`, which another decision sets already
       *[uses] the decision `{ $name }` looks at the field `{ $value }`, which the kind does not have
    }
decision-unclear-why = The program can hold to a decision, and show it to people, only where it knows where the outcome lies.
decision-unclear-mend = { $near ->
        [nothing-near] Name in `kind` a kind of a service that `runs="records"`, in `field` its field of type `choice`, in `uses` fields of it. One decision for one field.
       *[near] Did you mean `{ $near }`?
    }

decision-basis-title = An automated decision names what permits it
decision-basis-message = { $what ->
        [none] the decision `{ $name }` does not say what permits it
        [no-law] the decision `{ $name }` does not name the law that authorises it
        [contract] the decision `{ $name }` rests on a contract, but no purpose of the field `{ $field }` does
        [consent] the decision `{ $name }` rests on consent, but not all purposes of the field `{ $field }` do
       *[law] the decision `{ $name }` rests on a law, but no purpose of the field `{ $field }` does
    }
decision-basis-why = A program may decide about a person only where a contract needs it, a law authorises it or the person has explicitly consented.
decision-basis-mend = Add `basis`, and give the field a purpose that rests on the same: `contract`; `law` with the law; `consent` for all of its purposes. Or let a human decide.

decision-special-title = An automated decision leaves special categories alone
decision-special-message = the decision `{ $name }` looks at the field `{ $field }` of a special category
decision-special-why = A program may look at health, belief and other sensitive data only on explicit consent or for a substantial public interest.
decision-special-mend = Name in `uses` what the decision looks at, without that field; or collect the field on `explicit-consent` or `public-interest`.

decision-review-title = Whoever a program has decided about can ask for a human
decision-review-message = programs decide, but the form of requests has no choice `{ $name }`
decision-review-why = The right to have a human look at a decision is empty where the form of requests does not offer it.
decision-review-mend = Add `choice "human-review"` to the field `type` of `rights-request`.

anonymise-unclear-title = What stays as figures is choices and numbers of its kind
anonymise-unclear-message = { $what ->
        [sum] kind `{ $name }` names in `sum` the field `{ $field }`, which is no number of it
       *[by] kind `{ $name }` names in `by` the field `{ $field }`, which is no choice of it
    }
anonymise-unclear-why = The program can count only what a closed list or a number says.
anonymise-unclear-mend = Name declared fields of type `choice` or `flag` in `by`, and of type `number` in `sum`.

anonymise-identifies-title = No figure leads back to a person
anonymise-identifies-message = { $what ->
        [lookup] of kind `{ $name }` the field `{ $field }` would stay in figures, by which records are found
        [consent] of kind `{ $name }` the field `{ $field }` would stay in figures, which rests on consent alone
       *[category] of kind `{ $name }` the field `{ $field }` would stay in figures, which tells of the person themselves or is sensitive
    }
anonymise-identifies-why = What people are found or recognised by, what is sensitive, and what rests on a consent that may be withdrawn stays of nobody.
anonymise-identifies-mend = Leave out of `anonymise` fields with `lookup`, of the categories `identity`, `contact` and `special`, and those that rest on consent alone.

anonymise-rare-title = Combinations that stay are few and not rare
anonymise-rare-message = { $what ->
        [most] the figures of kind `{ $name }` are set apart by { $count } fields
       *[least] of kind `{ $name }` a combination of only { $count } would be shown by itself
    }
anonymise-rare-why = A count of one or two, or one set apart in many ways, tells of somebody.
anonymise-rare-mend = Count apart by at most three fields, and write at least 3 in `fewer-than`.
