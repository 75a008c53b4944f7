using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Opening;

/// <summary>Finds whose a row is and which line it is about.</summary>
internal sealed class OpeningSubjects(OpeningWorld world)
{
    private readonly Dictionary<string, OpeningAccount> _byNumber = world.Accounts.ToDictionary(account => account.Number, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, OpeningAccount> _byCustomer = world.Accounts.ToLookup(account => account.CustomerNumber, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, OpeningAccount> _byCode = world.Accounts.Where(account => account.CustomerCode is not null).ToLookup(account => account.CustomerCode!, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, OpeningAccount> _byId = world.Accounts.ToDictionary(account => account.Id);
    private readonly Dictionary<string, OpeningSubscription> _byLineNumber = world.Lines.ToDictionary(line => line.Number, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, OpeningSubscription> _byUsername = world.Lines.ToLookup(line => line.Username, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<Guid, OpeningSubscription> _byAccount = world.Lines.ToLookup(line => line.BillingAccountId);

    /// <summary>The account of a row: the one it names, else that of the line it names, else the customer's own.</summary>
    public OpeningAccount? AccountOf(OpeningDraft draft, List<FieldError> problems)
    {
        List<OpeningAccount>? own = null;
        if (draft.Customer is { } customer)
        {
            own = [.. _byCustomer[customer]];
            own = own.Count > 0 ? own : [.. _byCode[customer]];
            if (own.Count == 0 || own.DistinctBy(account => account.CustomerId).Skip(1).Any())
            {
                problems.Add(OpeningJudge.Wrong(OpeningField.Customer, own.Count == 0 ? OpeningErrors.UnknownCustomer : OpeningErrors.AmbiguousCustomer));
                return null;
            }
        }

        if (draft.Account is { } number)
        {
            if (!_byNumber.TryGetValue(number, out var named))
            {
                problems.Add(OpeningJudge.Wrong(OpeningField.Account, OpeningErrors.UnknownAccount));
                return null;
            }

            if (own is not null && named.CustomerId != own[0].CustomerId)
            {
                problems.Add(OpeningJudge.Wrong(OpeningField.Account, OpeningErrors.OtherCustomers));
                return null;
            }

            return named;
        }

        // A line says whose it is.
        if (draft.Line is { } line && Named(line) is [var only] && _byId.GetValueOrDefault(only.BillingAccountId) is { } its && (own is null || own[0].CustomerId == its.CustomerId))
        {
            return its;
        }

        if (own is null && draft.Line is not null)
        {
            problems.Add(OpeningJudge.Wrong(OpeningField.Line, OpeningErrors.UnknownLine));
        }

        return own?.Find(account => account.IsDefault) ?? own?[0];
    }

    /// <summary>The line of a row: the one it names, else the only one of the account.</summary>
    public OpeningSubscription? LineOf(OpeningDraft draft, OpeningAccount account, List<FieldError> problems)
    {
        if (draft.Line is not { } name)
        {
            if (_byAccount[account.Id].Take(2).ToList() is [var only])
            {
                return only;
            }

            problems.Add(OpeningJudge.Wrong(OpeningField.Line, OpeningErrors.LineNeeded));
            return null;
        }

        var named = Named(name);
        if (named.Find(line => line.BillingAccountId == account.Id) is { } found)
        {
            return found;
        }

        problems.Add(OpeningJudge.Wrong(OpeningField.Line, named.Count == 0 ? OpeningErrors.UnknownLine : OpeningErrors.OtherAccounts));
        return null;
    }

    private List<OpeningSubscription> Named(string name) => _byLineNumber.TryGetValue(name, out var line) ? [line] : [.. _byUsername[name]];
}
