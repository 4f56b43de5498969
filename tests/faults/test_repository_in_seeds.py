"""A folder of seeds/ that is laid out as a repository of its own runs nothing."""

import os
import subprocess

from digest.config.checkout import checkout_of


def test_a_repository_laid_out_in_seeds_runs_nothing(tmp_path):
    """Its configuration may name programs by which git checks who signed what; it is not read."""
    ran = tmp_path / "ran"
    program = tmp_path / "program.sh"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n")
    program.chmod(0o755)
    seeds = tmp_path / "digest" / "seeds"
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*words, given=""):
        command = ["git", "-C", str(seeds), *words]
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, env=environment)
        return done.stdout.strip()

    seeds.mkdir(parents=True)
    git("init", "--bare", "--quiet", ".")
    tree = git("hash-object", "-t", "tree", "-w", "--stdin")
    who = "A <a@weston.example> 1780000000 +0000"
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    signed = f"tree {tree}\nauthor {who}\ncommitter {who}\n{signature}\n\nOne\n"
    git("update-ref", "HEAD", git("hash-object", "-t", "commit", "-w", "--stdin", given=signed))
    git("config", "gpg.program", str(program))
    git("config", "log.showSignature", "true")
    git("log", "-1")
    assert ran.exists(), "such a repository would run it"
    ran.unlink()
    assert checkout_of(seeds) is None
    assert not ran.exists()
