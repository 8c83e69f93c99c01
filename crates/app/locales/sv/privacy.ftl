# privacy
