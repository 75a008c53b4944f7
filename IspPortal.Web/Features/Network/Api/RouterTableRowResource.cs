using IspPortal.Core.Network.Operations;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>One row of a router's table.</summary>
/// <param name="ItemId">The router's id of it.</param>
/// <param name="Name">What names it.</param>
/// <param name="Values">Its properties, as the router writes them.</param>
/// <param name="IsDisabled">Whether it is switched off, or null.</param>
/// <param name="IsDynamic">Whether the router made it by itself.</param>
/// <param name="OwnerAccessId">The portal's line that it belongs to, or null.</param>
internal sealed record RouterTableRowResource(string ItemId, string Name, IReadOnlyDictionary<string, string?> Values, bool? IsDisabled, bool IsDynamic, Guid? OwnerAccessId)
{
    public static RouterTableRowResource Of(RouterTable table, RouterTableRow row) => new(
        row.ItemId, row.Name, table.Columns.Select((column, index) => (column.Property, Value: row.Values[index])).ToDictionary(pair => pair.Property, pair => pair.Value, StringComparer.Ordinal),
        row.IsDisabled, row.IsDynamic, row.OwnerAccessId);
}
