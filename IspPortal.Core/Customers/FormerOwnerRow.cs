namespace IspPortal.Core.Customers;

/// <summary>The legal person that a customer was until a name transfer.</summary>
/// <param name="Id">The former owner.</param>
/// <param name="Name">The person.</param>
/// <param name="CompanyName">The company, or null.</param>
/// <param name="UntilOn">The first day that was no longer theirs.</param>
/// <param name="ErasedAtUtc">When the person was erased, or null.</param>
public sealed record FormerOwnerRow(Guid Id, string Name, string? CompanyName, DateOnly UntilOn, DateTime? ErasedAtUtc);
