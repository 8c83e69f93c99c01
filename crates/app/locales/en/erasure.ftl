# What an erasure takes and what stays
erasure-part-goes = { $kind }: { $fields }
erasure-part-stays = { $kind }: { $fields }
erasure-on-ground = ground: { $ground }
erasure-until = is erased on { $date }
erasure-until-it-ends = is erased when the ground ends
erasure-by-itself = What stays is erased by itself when the last ground ends. You do not need to ask again.
erasure-still-kept = Still kept
erasure-fields-all = all data
erasure-stripped-count = Records erased in part
erasure-later = The data could not be erased yet
erasure-later-text = The data are erased by themselves when the last ground ends.
erasure-ground-by-law = the law wants these data kept
erasure-ground-legal-claim = legal claim
erasure-ground-authority-order = order of an authority
