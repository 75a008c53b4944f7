namespace IspPortal.Web.Features.Customers;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class CustomersTexts;
