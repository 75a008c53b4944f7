namespace IspPortal.Core.Network.Imports;

/// <summary>One import.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FileName">The customer file, or null.</param>
/// <param name="Customers">How many customers the file has.</param>
/// <param name="CustomersWithoutLine">How many of them have no line on this router.</param>
/// <param name="CreatedBy">Who began it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="EndedAtUtc">When it was taken or thrown away, or null.</param>
/// <param name="TakenLines">Lines that became the portal's.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record ImportRow(
    Guid Id, Guid RouterId, string RouterName, ImportState State, string? FileName, int Customers, int CustomersWithoutLine, string CreatedBy, DateTime CreatedAtUtc, DateTime? EndedAtUtc,
    int TakenLines, long Version);
