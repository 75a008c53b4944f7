using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers;

/// <summary>Expected failures with customers.</summary>
public static class CustomersErrors
{
    /// <summary>There is no such customer.</summary>
    public static Error NotFound { get; } = new("customers.not_found", ErrorKind.NotFound);

    /// <summary>The customer has no such former owner.</summary>
    public static Error FormerOwnerNotFound { get; } = new("customers.former_owner_not_found", ErrorKind.NotFound);

    /// <summary>There is no such billing account.</summary>
    public static Error AccountNotFound { get; } = new("customers.account_not_found", ErrorKind.NotFound);

    /// <summary>The customer was removed; it has to be restored first.</summary>
    public static Error Removed { get; } = new("customers.removed", ErrorKind.Conflict);

    /// <summary>The customer is not removed: there is nothing to restore.</summary>
    public static Error NotRemoved { get; } = new("customers.not_removed", ErrorKind.Conflict);

    /// <summary>The customer was merged into another one and cannot come back alone.</summary>
    public static Error Merged { get; } = new("customers.merged", ErrorKind.Conflict);

    /// <summary>The person was erased; that cannot be taken back.</summary>
    public static Error Erased { get; } = new("customers.erased", ErrorKind.Conflict);

    /// <summary>A customer with running, suspended or waiting lines can be neither removed nor erased.</summary>
    public static Error StillServed { get; } = new("customers.still_served", ErrorKind.Conflict);

    /// <summary>A customer cannot be merged into itself.</summary>
    public static Error SameCustomer { get; } = new("customers.same_customer", ErrorKind.Conflict);

    /// <summary>The default account of a customer, or one that is closed already, cannot be closed.</summary>
    public static Error AccountCannotClose { get; } = new("customers.account_cannot_close", ErrorKind.Conflict);

    /// <summary>Neither an identity nor a tax number is held.</summary>
    public static Error NoIdentityNumber { get; } = new("customers.no_identity_number", ErrorKind.NotFound);

    /// <summary>Another customer has this code of the old system; said at its field.</summary>
    public static Error ExternalCodeTaken { get; } = CommonErrors.Invalid([new FieldError("externalCode", "customers.external_code_taken")]);

    /// <summary>The id was used for another customer.</summary>
    public static Error IdTaken { get; } = new("customers.id_taken", ErrorKind.Conflict);
}
