namespace IspPortal.Core.Customers;

/// <summary>A customer that may be the same.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">What it is called on screens.</param>
/// <param name="Phone">Its phone, or null.</param>
/// <param name="Address">Street and city, or null.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reasons">Why it may be the same, the surest first.</param>
public sealed record PossibleDuplicate(Guid Id, string Number, string Name, string? Phone, string? Address, CustomerStatus Status, IReadOnlyList<DuplicateReason> Reasons);
