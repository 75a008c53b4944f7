using IspPortal.Core.Customers;

namespace IspPortal.Web.Features.Customers.Parts;

/// <summary>One contact person of the form.</summary>
public sealed class ContactForm
{
    public Guid? Id { get; init; }

    public string Name { get; set; } = "";

    public ContactRole Role { get; set; } = ContactRole.Billing;

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    public MessageChannel Channel { get; set; } = MessageChannel.WhatsApp;

    public static ContactForm Of(ContactRow row) => new() { Id = row.Id, Name = row.Name, Role = row.Role, Phone = row.Phone ?? "", Email = row.Email ?? "", Channel = row.Channel };

    public ContactInput ToInput() => new(Id, Name, Role, Phone, Email, Channel);

    public override string ToString() => string.Join(" · ", ((string[])[Name, Role.ToString(), Phone, Email, Channel.ToString()]).Where(part => part.Length > 0));
}
