"""The command ``habeas`` itself: shows its commands by section, and our errors as one line."""

from collections.abc import Sequence

import click

from habeas.errors import HabeasError


class Commands(click.Group):
    """The commands by section; an error of ours is one line and exit code 1, never a traceback."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.sections: dict[str, list[str]] = {}

    def add_section(self, title: str, commands: Sequence[click.Command]) -> None:
        """Add commands under a heading of the help."""
        for command in commands:
            self.add_command(command)
        self.sections[title] = [command.name or "" for command in commands]

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except HabeasError as error:
            raise click.ClickException(str(error)) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the sections."""
        return [name for names in self.sections.values() for name in names]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under their headings, one column for all."""
        width = max(map(len, self.list_commands(ctx)), default=0)
        room = formatter.width - width - 6
        for title, names in self.sections.items():
            with formatter.section(title):
                helps = [self.commands[name].get_short_help_str(room) for name in names]
                rows = [(n.ljust(width), text) for n, text in zip(names, helps, strict=True)]
                formatter.write_dl(rows)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="habeas")
def main() -> None:
    """Read letters written for people at risk: who says what happened to whom.

    Habeas never says that a thing happened. It says who says so, where, on what basis, and who
    says otherwise. Nothing leaves this machine, unless you name a cluster.

    \b
    Examples:
      habeas read letters/ > readings.jsonl
      habeas init && habeas add letters/ && habeas people
    """
