namespace IspPortal.Core.Network.Operations;

/// <summary>One row of a router's table.</summary>
/// <param name="ItemId">The router's own id of it, good for a moment.</param>
/// <param name="Name">What names it.</param>
/// <param name="Values">The columns' values in their order, as the router writes them; null: the router did not send it.</param>
/// <param name="IsDisabled">Whether it is switched off; null where that does not exist.</param>
/// <param name="IsDynamic">Whether the router made it by itself.</param>
/// <param name="OwnerAccessId">The portal's line that it belongs to, or null.</param>
/// <param name="IsOwned">Whether the portal owns it, for a line or as a part of its kit.</param>
public sealed record RouterTableRow(string ItemId, string Name, IReadOnlyList<string?> Values, bool? IsDisabled, bool IsDynamic, Guid? OwnerAccessId, bool IsOwned);
