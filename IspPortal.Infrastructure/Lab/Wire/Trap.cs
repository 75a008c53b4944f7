namespace IspPortal.Infrastructure.Lab.Wire;

/// <summary>An error as the router says it.</summary>
/// <param name="Message">The exact wording.</param>
/// <param name="Category">The category word, often absent.</param>
internal sealed record Trap(string Message, int? Category = null)
{
    public static Trap NoSuchCommand { get; } = new("no such command", 0);

    public static Trap NoSuchPrefix { get; } = new("no such command prefix");

    public static Trap NoSuchItem { get; } = new("no such item");

    public static Trap NoSuchItemOnWrite { get; } = new("no such item (4)", 0);

    public static Trap NotPermitted { get; } = new("not enough permissions (9)");

    public static Trap Interrupted { get; } = new("interrupted", 2);

    public static Trap UnknownParameter(string name) => new($"unknown parameter {name}");

    public static Trap Missing(string name) => new($"missing value(s) of argument(s) {name}");

    public static Trap NoMatch(string name) => new($"input does not match any value of {name}", 1);

    public static Trap BadValue(string name) => new($"invalid value for argument {name}", 1);

    public TrapException Raise() => new(this);
}
