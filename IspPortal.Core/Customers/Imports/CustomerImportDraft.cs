using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Imports;

/// <summary>A row of a file as a customer's form.</summary>
/// <param name="Number">Its line in the file.</param>
/// <param name="Request">The form, <see cref="SaveCustomerRequest.Clean"/>.</param>
/// <param name="Wrong">What is wrong with it, by field; empty when a customer can be made of it.</param>
internal sealed record CustomerImportDraft(int Number, SaveCustomerRequest Request, IReadOnlyList<FieldError> Wrong);
