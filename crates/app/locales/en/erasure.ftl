# What an erasure takes and what stays
erasure-part-goes = { $kind }: { $fields }
erasure-part-stays = { $kind }: { $fields }
erasure-on-ground = ground: { $ground }
erasure-until = is erased on { $date }
erasure-until-it-ends = is erased when the ground ends
erasure-by-itself = What stays is erased by itself when the last ground ends. You do not need to ask again.
erasure-still-kept = Still kept
erasure-kept-no-more = Nothing. The ground for keeping the data has ended, and the rest has been erased too, or is erased by itself within a day.
erasure-fields-all = all data
erasure-counts = What stays in the statistics
erasure-counts-only = Nothing of your data stays. Only figures stay in the statistics, which are told of below.
erasure-stripped-count = Records erased in part
erasure-later = The data could not be erased yet
erasure-later-text = The data are erased by themselves when the last ground ends.
erasure-ground-by-law = the law wants these data kept
erasure-ground-restriction = processing is restricted
erasure-ground-legal-claim = legal claim
erasure-ground-authority-order = order of an authority
erasure-ground-open-collection = open collection of a debt
erasure-ground-hold = it says why something else is kept
erasure-ground-record = the record that the disclosure tells of is still kept
erasure-open-request = A data protection request about these data is open, so they cannot be erased yet.
erasure-open-request-next = Erase the data when the request has been decided. The person may erase their own data at any time.

# Time for changing one's mind
erasure-cooling = You can still change your mind
erasure-cooling-text = The data are erased on { $date }. Until then nobody else sees them, and you can call the erasure off on this page. After that it cannot be undone, and we cannot bring the data back either.
erasure-submit = Erase my data
erasure-waits = Your data are erased on { $date }
erasure-waits-text = Until then nobody else sees your data, and you can call the erasure off on the page of your own data, under Erase all your data. After that it cannot be undone, and the data cannot be brought back.
erasure-stay = Call the erasure off
erasure-stays = The erasure is called off
erasure-stays-text = Your data stay, and are processed again as the privacy notice tells.
erasure-too-late = The erasure can no longer be called off
erasure-too-late-text = The time that you were told has come, or the erasure was called off already.
