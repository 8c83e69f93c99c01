fault-id = If you contact us, give this code:
fault-see-promise = See the promise because of which this was not done

# Title, explanation and advice for each kind
fault-title-bad-request = The request could not be read
fault-bad-request = Your browser sent a request that the service does not understand.
fault-next-bad-request = Go back to the previous page and try again.

fault-title-unauthenticated = Please sign in first
fault-unauthenticated = This page is for people who have signed in.
fault-next-unauthenticated = Sign in and then open the page again.

fault-title-forbidden = Not allowed
fault-forbidden = You are not allowed to open this page or do this.
fault-next-forbidden = If you should be, contact the people who run the service.

fault-title-not-found = Page not found
fault-not-found = There is nothing at this address, or you may not see it.
fault-next-not-found = Check the address or begin from the front page.

fault-title-conflict = This was not done
fault-conflict = The data have changed since you opened the page.
fault-next-conflict = Open the page again, see how things stand and try again if needed.

fault-title-gone = Erased
fault-gone = What was here has been erased for good.
fault-next-gone = Erased data cannot be brought back.

fault-title-too-large = Too large
fault-too-large = You sent more than the service takes at once. Nothing was stored.
fault-next-too-large = Shorten the text or send it in parts.

fault-title-invalid = The data could not be accepted
fault-invalid = Something that you sent is not as it should be. Nothing was stored.
fault-next-invalid = Go back to the form, check the data and send them again.

fault-title-restricted = Processing is restricted
fault-restricted = Processing of these data is restricted, so they cannot be used now.
fault-next-restricted = The restriction lasts until its reason has been settled.

fault-title-too-many = One moment, please
fault-too-many = Too many requests have come in a short time. You can go on in { $seconds } seconds.
fault-next-too-many = Wait a while and then try again. Your address has not been stored.

fault-title-refused = A promise forbids this
fault-refused = The privacy notice does not allow this, so the service did not do it.
fault-next-refused = If the matter must be dealt with all the same, ask the data protection officer.

fault-title-environment = The service is not available now
fault-environment = The service has a temporary disturbance. Nothing was stored.
fault-next-environment = Please try again in a moment.

fault-title-storage-full = The service takes no data now
fault-storage-full = The storage is full. Nothing was stored.
fault-next-storage-full = Please try again later. The people who run the service have been told.

fault-title-internal = Something went wrong
fault-internal = An error happened in the service. It is not your fault.
fault-next-internal = Please try again. If it happens again, tell us.

# More exact explanations
fault-token = The form was not from this site or belonged to another session. Nothing was stored.
fault-token-next = Open the form again and then send it.
fault-form-expired = The form was open for more than two hours, so it was no longer accepted.
fault-form-expired-next = Go back in the browser, copy your text, open the form again and send it.
fault-form-sent = This form has already been sent once. The second time was not handled, so that nothing happens twice.
fault-form-sent-next = You need not do anything. To send a new one, open the form again.
fault-origin = The request came from another site, so it was not handled.
fault-origin-next = Open a page of this service directly and try there.
fault-too-many-fields = The form had more fields than the service takes. Nothing was stored.
fault-media-type = The form was sent in a format that the service does not take.
fault-uri-too-long = The address is too long.
fault-address = The address could not be read.
fault-host = The service was asked for by a name that it does not have.
fault-host-next = Check the address.
fault-method = Such a request cannot be sent to this address.
fault-slow = The service could not answer in time.
fault-timeout = Sending broke off or took too long. Nothing was stored.
fault-timeout-next = Check the connection and send it again.
fault-base-address = The service's own address is wrong in the settings.
fault-tls-certificate = The file { $certificate } has no valid certificate in it.
fault-tls-key = The file { $key } has no valid private key in it.
fault-tls-pair = The certificate { $certificate } and the private key { $key } do not belong together, or the certificate cannot be used.
