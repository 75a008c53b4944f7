using IspPortal.Core.Customers;

namespace IspPortal.Web.Features.Customers.Api;

/// <summary>A contact person.</summary>
/// <param name="Id">The contact that is kept or changed, or null for a new one.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">What the person is there for.</param>
/// <param name="Phone">A phone in any usual form.</param>
/// <param name="Email">An e-mail address.</param>
/// <param name="Channel">How the person wants to get messages.</param>
internal sealed record SaveContactBody(
    Guid? Id = null, string? Name = null, ContactRole Role = ContactRole.Other, string? Phone = null, string? Email = null, MessageChannel Channel = MessageChannel.WhatsApp)
{
    public ContactInput ToInput() => new(Id, Name ?? "", Role, Phone, Email, Channel);
}
