namespace IspPortal.Core.Messaging;

/// <summary>Whom a message is for, and how.</summary>
/// <param name="Channel">How it travels.</param>
/// <param name="Address">Where to, as the channel says.</param>
/// <param name="Name">The person's name, or null.</param>
/// <param name="Language">en or id.</param>
/// <param name="CustomerId">The customer, or null: staff or a machine.</param>
/// <param name="UserId">The user, or null.</param>
public sealed record MessageRecipient(MessageChannel Channel, string Address, string? Name, string Language, Guid? CustomerId = null, Guid? UserId = null);
