namespace IspPortal.Web.Features.Billing;

/// <summary>Texts of ageing, taxes, revenue and leaks.</summary>
internal sealed class BooksTexts;
