using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Operations;

/// <summary>Expected failures of reading a router's tables and working on it by hand.</summary>
public static class OperationErrors
{
    /// <summary>The portal shows no such table.</summary>
    public static Error NoSuchTable(string table) => new("operations.no_such_table", ErrorKind.NotFound, table);

    /// <summary>This router has no such menu: its version or its packages lack it.</summary>
    public static Error MenuAbsent(string menu) => new("operations.menu_absent", ErrorKind.NotFound, menu);

    /// <summary>The menu holds {0} rows; more than {1} are not read.</summary>
    public static Error TooManyRows(int rows, int most) => new("operations.too_many_rows", ErrorKind.Conflict, rows, most);

    /// <summary>The table does not know this action.</summary>
    public static Error NotForThisTable(string table) => new("operations.not_for_this_table", ErrorKind.Conflict, table);

    /// <summary>The item belongs to the portal: it is changed at its line, else the next plan would take the change back.</summary>
    public static Error ItemOwned(string name) => new("operations.item_owned", ErrorKind.Conflict, name);

    /// <summary>The router made the item by itself.</summary>
    public static Error ItemDynamic(string name) => new("operations.item_dynamic", ErrorKind.Conflict, name);

    /// <summary>There is no such item any more.</summary>
    public static Error ItemGone(string name) => new("operations.item_gone", ErrorKind.NotFound, name);

    /// <summary>Several items have this name.</summary>
    public static Error ItemNotUnique(string name) => new("operations.item_not_unique", ErrorKind.Conflict, name);

    /// <summary>The line has no session that could be ended: it is offline, or static.</summary>
    public static Error NoSession { get; } = new("operations.no_session", ErrorKind.Conflict);

    /// <summary>This router's version has no such tool.</summary>
    public static Error NoSuchTool { get; } = new("operations.no_such_tool", ErrorKind.NotFound);
}
