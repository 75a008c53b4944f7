namespace IspPortal.Core.Mapping.Catalog;

/// <summary>A cable.</summary>
/// <param name="Id">The cable.</param>
/// <param name="Name">Its name.</param>
/// <param name="FromNodeId">Where side A ends.</param>
/// <param name="FromName">What that is called.</param>
/// <param name="ToNodeId">Where side B ends.</param>
/// <param name="ToName">What that is called.</param>
/// <param name="Cores">How many cores.</param>
/// <param name="CoresPerTube">How many of them lie in one tube.</param>
/// <param name="LengthMetres">As measured; else the drawn way with its spare loops.</param>
/// <param name="Owner">Whose it is; null: our own.</param>
public sealed record CableRow(Guid Id, string Name, Guid FromNodeId, string FromName, Guid ToNodeId, string ToName, int Cores, int CoresPerTube, double LengthMetres, string? Owner);
