namespace IspPortal.Core.Customers;

/// <summary>A contact person as a form or a request gives it.</summary>
/// <param name="Id">The contact that is changed, or null for a new one.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">What the person is there for.</param>
/// <param name="Phone">A phone in any usual form, or null.</param>
/// <param name="Email">An e-mail address, or null.</param>
/// <param name="Channel">How the person wants to get messages.</param>
public sealed record ContactInput(Guid? Id, string Name, ContactRole Role, string? Phone, string? Email, MessageChannel Channel);
