namespace IspPortal.Core.Customers;

/// <summary>A contact person.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">What the person is there for.</param>
/// <param name="Phone">E.164, or null.</param>
/// <param name="Email">E-mail, or null.</param>
/// <param name="Channel">How the person wants to get messages.</param>
public sealed record ContactRow(Guid Id, string Name, ContactRole Role, string? Phone, string? Email, MessageChannel Channel);
