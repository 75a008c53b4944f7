namespace IspPortal.Web.Features.Customers.Parts;

/// <summary>One field of the customer form, so that two states of the form can be compared and joined.</summary>
/// <param name="Key">The field as the service names it.</param>
/// <param name="Read">Its text.</param>
/// <param name="Copy">Takes it over from another form.</param>
public sealed record FormField(string Key, Func<CustomerForm, string> Read, Action<CustomerForm, CustomerForm> Copy);
