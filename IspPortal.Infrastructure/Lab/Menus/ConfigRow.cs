namespace IspPortal.Infrastructure.Lab.Menus;

/// <summary>An item whose values are stored: one string per property of its menu, null where it has none.</summary>
internal sealed class ConfigRow(uint id, int properties) : Row(id)
{
    public string?[] Values { get; } = new string?[properties];

    /// <summary>Made by the router, not by configuration: not saved.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>What lives behind the item: the modem of a secret, the line of a queue.</summary>
    public object? Behind { get; set; }
}
