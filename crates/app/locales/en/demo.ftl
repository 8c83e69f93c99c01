# The demo: what the terminal tells, and what is on its own page

demo-told =
    The demo is running. All data are invented.

      Give feedback          { $base }/en/palaute
      Privacy notice         { $base }/en/tietosuoja
      Your data              { $base }/en/oma
          new feedback       { $receipt }
          answered feedback  { $answered }
          erased feedback    { $erased }
      Staff                  { $base }/en/hallinta
          handler            { $chief }
          developer          { $developer }
          password           { $passphrase }
          confirmation code  shown while signing in
      Move the clock         { $base }/en/esittely
      Outgoing mail          { $mail }
      The notice's file      { $notice }
      Check it               { $check }

    Stop: Ctrl+C.
demo-removed = The folder { $folder } is removed at the end.
demo-kept = The folder { $folder } stays.

# The bar at the top of every page
demo-link = Sign-ins and codes
demo-month = Move a month on

# The demo's page
demo-title = Demo
demo-lead = Here is all that you need in the demo: codes, sign-ins and the clock. All data are invented and disappear when the demo is stopped.
demo-time = Time
demo-now = In the demo it is now { $now }.
demo-month-text = Feedback is erased after a month. Move the demo's clock and see what happens then. Everybody is signed out by it.
demo-leapt = The clock was moved. It is now { $now }.
demo-gone = { $records ->
    [0] There was nothing to erase.
    [one] The program erased one record.
   *[other] { $persons ->
        [one] The program erased { $records } records of one person.
       *[other] The program erased { $records } records of { $persons } people.
    }
}
demo-unanswered = { $count ->
    [one] Request { $numbers } was not answered
   *[other] Requests { $numbers } were not answered
}
demo-unanswered-text = { $count ->
    [one] Its time ran out when the clock was moved. That is why the notice now says that the promise to answer in time is not kept. Once the request is answered, the promise is kept again.
   *[other] Their time ran out when the clock was moved. That is why the notice now says that the promise to answer in time is not kept. Once the requests are answered, the promise is kept again.
}
demo-unanswered-desk = Late requests
demo-gone-try = Try the receipt codes below again: now they tell when the data were erased.
demo-proofs = { $count ->
    [one] Proof of the erasure
   *[other] Proofs of the erasures ({ $count })
}
demo-codes = Receipt codes
demo-code-new = New feedback
demo-code-answered = Feedback that has been answered
demo-code-erased = Feedback that its sender has erased
demo-try-code = See the data with the code
demo-staff = Staff sign-ins
demo-to-staff = Sign in
demo-chief = Handler
demo-developer = Developer, who sees no contact details
demo-password = Password of both
demo-break = Break a promise
demo-break-text = Change the notice and run the check in another terminal. The published notice does not change before it is published.
demo-notice = The notice's file
demo-check = Check
demo-mail = Outgoing mail
