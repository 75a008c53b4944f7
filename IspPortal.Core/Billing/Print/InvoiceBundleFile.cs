namespace IspPortal.Core.Billing.Print;

/// <summary>The PDF of a bundle, ready to be sent.</summary>
/// <param name="Content">Its bytes; whoever takes it disposes it.</param>
/// <param name="FileName">Its name for the reader.</param>
public sealed record InvoiceBundleFile(Stream Content, string FileName);
