"""What `digest fetch` does on the network: conditional requests, robots.txt, back-off; bounded, to public addresses only.

Every failure of a server or the network is a value; what arrives is read by `feeds` and kept by `seeds`.
"""
