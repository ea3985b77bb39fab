"""The smallest typer program: one command, one argument."""

import typer

app = typer.Typer()


@app.command()
def check(path: str) -> None:
    """Says that all is well."""
    typer.echo(f"{path}: nothing to report")


if __name__ == "__main__":
    app()
