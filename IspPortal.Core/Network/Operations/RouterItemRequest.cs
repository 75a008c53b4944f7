namespace IspPortal.Core.Network.Operations;

/// <summary>Which item of a router is meant.</summary>
/// <param name="Table">The table's key (<see cref="RouterTables"/>).</param>
/// <param name="Name">What names it there.</param>
/// <param name="ItemId">The router's id of it as it was read: tells items of one name apart; null when the name is enough.</param>
public sealed record RouterItemRequest(string Table, string Name, string? ItemId = null);
