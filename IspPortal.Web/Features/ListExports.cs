using System.Globalization;
using IspPortal.Core.Alerts;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Identity.Users;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Web.Features.Addressing;
using IspPortal.Web.Features.Alerts.Parts;
using IspPortal.Web.Features.Alerts;
using IspPortal.Web.Features.ApiKeys;
using IspPortal.Web.Features.Audit.Parts;
using IspPortal.Web.Features.Audit;
using IspPortal.Web.Features.Billing;
using IspPortal.Web.Features.CustomerImports;
using IspPortal.Web.Features.Customers.Parts;
using IspPortal.Web.Features.Customers;
using IspPortal.Web.Features.Documents;
using IspPortal.Web.Features.Dunning;
using IspPortal.Web.Features.Inventory;
using IspPortal.Web.Features.Monitoring;
using IspPortal.Web.Features.Plans;
using IspPortal.Web.Features.Reports;
using IspPortal.Web.Features.Routers;
using IspPortal.Web.Features.Sessions;
using IspPortal.Web.Features.Subscribers;
using IspPortal.Web.Features.Subscriptions;
using IspPortal.Web.Features.Subscriptions.Parts;
using IspPortal.Web.Features.Users;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Export;
using IspPortal.Web.Shared.Reader;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features;

/// <summary>/export/…: the lists of the pages as CSV, with the search and the filters of the page's address. Each list's service checks who may read it.</summary>
internal static class ListExports
{
    private const long Mega = 1_000_000;

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("/export").ExcludeFromDescription();
        exports.MapGet("/sessions.csv", SessionsAsync);
        exports.MapGet("/subscribers.csv", SubscribersAsync);
        exports.MapGet("/routers.csv", RoutersAsync);
        exports.MapGet("/customers.csv", CustomersAsync);
        exports.MapGet("/subscriptions.csv", SubscriptionsAsync);
        exports.MapGet("/alerts.csv", AlertsAsync);
        exports.MapGet("/users.csv", UsersAsync);
        exports.MapGet("/api-keys.csv", ApiKeysAsync);
        exports.MapGet("/audit.csv", AuditAsync);
        exports.MapGet("/address-pools.csv", PoolsAsync);
        exports.MapGet("/address-assignments.csv", AssignmentsAsync);
        exports.MapGet("/address-conflicts.csv", ConflictsAsync);
        exports.MapGet("/plans.csv", PlansAsync);
        exports.MapDocumentExport();
        exports.MapCustomerImportProblems();
        exports.MapInventoryExport();
        exports.MapInvoiceExports();
        exports.MapOpeningExports();
        exports.MapBillingRunExports();
        exports.MapReceiptExports();
        exports.MapLedgerExports();
        exports.MapBooksExports();
        exports.MapDunningExports();
        exports.MapReportFiles();
        exports.MapHistoryExports();
        exports.MapAnalyticsExports();
    }

    private static Task<IResult> SessionsAsync(HttpContext http, ListExport export, ISessionDirectory sessions, IStringLocalizer<SessionsTexts> texts)
    {
        var filter = new SessionFilter(IdOf(http, "router"), EnumOf<AccessService>(http, "service"), long.TryParse(TextOf(http, "rate"), CultureInfo.InvariantCulture, out var rate) && rate is > 0 and < 1_000_000 ? rate * Mega : null);
        return export.AnswerAsync<SessionRow>(
            http,
            "sessions",
            "username",
            zone =>
            [
                new(texts["Subscriber"], row => row.Username),
                new(texts["Router"], row => row.RouterName),
                new(texts["Service"], row => texts[row.Service.ToString()].Value),
                new(texts["Address"], row => row.Address),
                new(texts["CallerId"], row => row.CallerId),
                new($"{texts["Export.Started"]} ({zone.Id})", row => row.StartedAtUtc),
                new($"{texts["Down"]} (bit/s)", row => row.DownBitsPerSecond),
                new($"{texts["Up"]} (bit/s)", row => row.UpBitsPerSecond),
                new($"{texts["Export.AsOf"]} ({zone.Id})", row => row.AsOfUtc),
            ],
            async (page, cancellationToken) =>
            {
                var found = await sessions.ListAsync(filter, page, cancellationToken);
                return found.Succeeded ? found.Value.Page : (Result<Page<SessionRow>>)found.Error;
            });
    }

    private static Task<IResult> SubscribersAsync(HttpContext http, ListExport export, IAccessDirectory accesses, IStringLocalizer<SubscriberTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        var filter = new AccessFilter(Service: EnumOf<AccessService>(http, "service"));
        return export.AnswerAsync<AccessRow>(
            http,
            "subscribers",
            "username",
            zone =>
            [
                new(texts["Username"], row => row.Username),
                new(texts["State"], row => shared["Presence." + row.Presence].Value),
                new(texts["Router"], row => row.RouterName),
                new(texts["Service"], row => texts["Service." + row.Service].Value),
                new(texts["Profile"], row => row.Profile),
                new(texts["Comment"], row => row.Comment),
                new($"{texts["LastSeen"]} ({zone.Id})", row => row.LastSeenAtUtc),
            ],
            (page, cancellationToken) => accesses.ListAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> RoutersAsync(HttpContext http, ListExport export, IRouterDirectory routers, IStringLocalizer<RoutersTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        var filter = new RouterFilter(EnumOf<RouterState>(http, "state"));
        return export.AnswerAsync<RouterRow>(
            http,
            "routers",
            "name",
            zone =>
            [
                new(texts["Name"], row => row.Name),
                new(texts["State"], row => shared["RouterState." + row.State].Value),
                new(texts["Site"], row => row.Site),
                new(texts["HostLabel"], row => row.Host),
                new("RouterOS", row => row.RouterOsVersion),
                new(texts["Board"], row => row.Board),
                new($"{texts["Cpu"]} (%)", row => row.CpuPercent),
                new($"{texts["Memory"]} (%)", row => row.MemoryPercent),
                new($"{texts["Uptime"]} (s)", row => row.Uptime),
                new(texts["Sessions"], row => row.Sessions),
                new($"{texts["Down"]} (bit/s)", row => row.DownBitsPerSecond),
                new($"{texts["Up"]} (bit/s)", row => row.UpBitsPerSecond),
                new($"{texts["LastSeen"]} ({zone.Id})", row => row.LastGoodPollAtUtc),
            ],
            (page, cancellationToken) => routers.ListAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> CustomersAsync(HttpContext http, ListExport export, ICustomerDirectory customers, IStringLocalizer<CustomersTexts> texts)
    {
        var filter = CustomerWords.FilterOf(key => TextOf(http, key));
        return export.AnswerAsync<CustomerRow>(
            http,
            "customers",
            "number",
            _ =>
            [
                new(texts["Number"], row => row.Number),
                new(texts["Field.name"], row => row.Name),
                new(texts["Company"], row => row.CompanyName),
                new(texts["Kind"], row => texts["Kind." + row.Kind].Value),
                new(texts["Status"], row => texts["Status." + row.Status].Value),
                new(texts["Phone"], row => row.Phone),
                new(texts["Email"], row => row.Email),
                new(texts["City"], row => row.City),
                new(texts["Accounts"], row => row.Accounts),
                new(texts["Registered"], row => row.RegisteredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new(texts["Tags"], row => string.Join("; ", row.Tags)),
                new(texts["Field.externalCode"], row => row.ExternalCode),
            ],
            (page, cancellationToken) => customers.ListAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> SubscriptionsAsync(HttpContext http, ListExport export, ISubscriptionDirectory subscriptions, IStringLocalizer<SubscriptionsTexts> texts)
    {
        var filter = SubscriptionWords.FilterOf(key => TextOf(http, key));
        return export.AnswerAsync<SubscriptionRow>(
            http,
            "subscriptions",
            "number",
            _ =>
            [
                new(texts["Number"], row => row.Number),
                new(texts["Username"], row => row.Username),
                new(texts["Customer"], row => row.CustomerName),
                new(texts["Plan"], row => row.PlanName),
                new(texts["Price"], row => row.Price.Minor),
                new(texts["Router"], row => row.RouterName),
                new(texts["Status"], row => texts["Status." + row.Status].Value),
                new(texts["HoldMenu"], row => texts.HoldsOf(row.Holds)),
                new(texts["Trial"], row => row.IsTrial ? texts["AutoRenew.on"].Value : texts["AutoRenew.off"].Value),
                new(texts["StartsOn"], row => row.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new(texts["EndsOn"], row => row.EndsOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ],
            (page, cancellationToken) => subscriptions.ListAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> AlertsAsync(HttpContext http, ListExport export, IAlertDirectory alerts, IStringLocalizer<AlertsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        var (status, subject) = (EnumOf<AlertStatus>(http, "status"), IdOf(http, "router"));
        var filter = new AlertFilter(status, EnumOf<AlertSeverity>(http, "severity"), subject, ActiveOnly: subject is null && status is null && TextOf(http, "status") != "all", RuleId: IdOf(http, "rule"), IsSuppressed: AlertGrid.Hidden(TextOf(http, "only"), subject, TextOf(http, "status") is not null), IsFlapping: TextOf(http, "only") == "flapping" ? true : null);
        return export.AnswerAsync<AlertRow>(
            http,
            "alerts",
            "opened",
            zone =>
            [
                new(texts["Severity"], row => shared["Severity." + row.Severity].Value),
                new(texts["Alert"], row => AlertNames.Of(row, texts)),
                new(texts["Export.Router"], row => row.SubjectName),
                new(texts["Status"], row => texts[row.Status.ToString()].Value),
                new(texts["Affected"], row => row.AffectedSessions),
                new($"{texts["Export.OpenedAt"]} ({zone.Id})", row => row.OpenedAtUtc),
                new($"{texts["Export.AcknowledgedAt"]} ({zone.Id})", row => row.AcknowledgedAtUtc),
                new(texts["Export.AcknowledgedBy"], row => row.AcknowledgedBy),
                new($"{texts["Export.ResolvedAt"]} ({zone.Id})", row => row.ResolvedAtUtc),
                new(texts["Export.ResolvedBy"], row => row.ResolvedBy),
                new(texts["Note"], row => row.Note),
            ],
            (page, cancellationToken) => alerts.ListAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> UsersAsync(HttpContext http, ListExport export, IUserDirectory users, IStringLocalizer<UsersTexts> texts)
    {
        var filter = new UserFilter(TextOf(http, "role"), EnumOf<UserState>(http, "state"));
        return export.AnswerAsync<UserRow>(
            http,
            "users",
            "email",
            zone =>
            [
                new(texts["Field.name"], row => row.Name),
                new(texts["Field.email"], row => row.Email),
                new(texts["State"], row => texts["State." + row.State].Value),
                new(texts["Roles"], row => string.Join("; ", row.Roles.Select(role => texts["Role." + role].Value))),
                new(texts["Totp"], row => texts[row.HasTotp ? "TotpOn" : "TotpOff"].Value),
                new($"{texts["LastSignIn"]} ({zone.Id})", row => row.LastSignInAtUtc),
            ],
            (page, cancellationToken) => users.ListAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> ApiKeysAsync(HttpContext http, ListExport export, IApiKeyDirectory keys, IStringLocalizer<ApiKeysTexts> texts)
    {
        var filter = new ApiKeyFilter(EnumOf<ApiKeyState>(http, "state"), IdOf(http, "maker"));
        return export.AnswerAsync<ApiKeyRow>(
            http,
            "api-keys",
            "created",
            zone =>
            [
                new(texts["Field.name"], row => row.Name),
                new(texts["Prefix"], row => row.Prefix),
                new(texts["State"], row => texts["State." + row.State].Value),
                new(texts["Field.scopes"], row => string.Join("; ", row.Scopes)),
                new(texts["Maker"], row => row.MakerName),
                new($"{texts["Created"]} ({zone.Id})", row => row.CreatedAtUtc),
                new($"{texts["LastUsed"]} ({zone.Id})", row => row.LastUsedAtUtc),
                new(texts["From"], row => row.LastUsedAddress),
                new($"{texts["Expires"]} ({zone.Id})", row => row.ExpiresAtUtc),
            ],
            (page, cancellationToken) => keys.ListAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> AuditAsync(HttpContext http, ListExport export, IAuditDirectory audit, IStringLocalizer<AuditTexts> texts)
    {
        var words = new AuditWords(texts);
        var filter = AuditAddress.Filter(key => TextOf(http, key), ReaderPreferences.From(http.Request.Cookies).Zone);
        return export.AnswerAsync<AuditRow>(
            http,
            "audit",
            "at",
            zone =>
            [
                new($"{texts["When"]} ({zone.Id})", row => row.AtUtc),
                new(texts["Actor"], row => row.ActorName),
                new(texts["Action"], row => words.Action(row.Action)),
                new(texts["Entity"], row => words.Entity(row.Entity)),
                new(texts["EntityName"], row => row.EntityName),
                new("Id", row => row.EntityId),
                new(texts["Address"], row => row.Address),
            ],
            (page, cancellationToken) => audit.ListAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> PoolsAsync(HttpContext http, ListExport export, IAddressing addressing, IStringLocalizer<AddressingTexts> texts)
    {
        var filter = new AddressPoolFilter(IdOf(http, "router"), TextOf(http, "full") == "yes" ? true : null);
        return export.AnswerAsync<AddressPoolRow>(
            http,
            "address-pools",
            "used",
            zone =>
            [
                new(texts["Pool"], row => row.Name),
                new(texts["Router"], row => row.RouterName),
                new(texts["Export.Ranges"], row => row.Ranges),
                new(texts["Size"], row => row.Size),
                new(texts["Used"], row => row.Used),
                new(texts["Free"], row => row.Free),
                new(texts["Export.Percent"], row => row.UsedPercent),
                new(texts["UsedBy"], row => string.Join("; ", row.Users.Select(user => $"{texts["User." + user.Kind]} {user.Name}"))),
                new($"{texts["NearlyFull"]} ({zone.Id})", row => row.AboveSinceUtc),
                new($"{texts["Export.ReadAt"]} ({zone.Id})", row => row.ReadAtUtc),
            ],
            (page, cancellationToken) => addressing.ListPoolsAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> AssignmentsAsync(HttpContext http, ListExport export, IAddressing addressing, IStringLocalizer<AddressingTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        var filter = new AddressAssignmentFilter(IdOf(http, "router"), IdOf(http, "pool"), YesNo(http, "owned"), YesNo(http, "live"));
        return export.AnswerAsync<AddressAssignmentRow>(
            http,
            "address-assignments",
            "address",
            _ =>
            [
                new(texts["Address"], row => row.Address),
                new(texts["Line"], row => row.Username),
                new(texts["Service"], row => texts["Service." + row.Service].Value),
                new(texts["Whose"], row => texts[row.IsOwned ? "Owned" : "Seen"].Value),
                new(texts["Router"], row => row.RouterName),
                new(texts["Presence"], row => shared["Presence." + row.Presence].Value),
                new(texts["InPool"], row => row.Pool),
            ],
            (page, cancellationToken) => addressing.ListAssignmentsAsync(filter, page, cancellationToken));
    }

    private static Task<IResult> ConflictsAsync(HttpContext http, ListExport export, IAddressing addressing, IStringLocalizer<AddressingTexts> texts)
    {
        var filter = new AddressConflictFilter(
            EnumOf<AddressConflictKind>(http, "kind"), EnumOf<AddressConflictState>(http, "state") ?? AddressConflictState.Open, IdOf(http, "router"), IdOf(http, "line"));
        return export.AnswerAsync<AddressConflictRow>(
            http,
            "address-conflicts",
            "firstSeen",
            zone =>
            [
                new(texts["Address"], row => row.Subject),
                new(texts["Kind"], row => texts[row.Kind.ToString()].Value),
                new(texts["Between"], row => string.Join("; ", row.Parties.Select(party => $"{party.Name} ({texts["Party." + party.Role]}, {party.RouterName})"))),
                new(texts["State"], row => texts["State." + row.State].Value),
                new($"{texts["Export.FirstSeen"]} ({zone.Id})", row => row.FirstSeenAtUtc),
                new($"{texts["Export.Resolved"]} ({zone.Id})", row => row.ResolvedAtUtc),
                new(texts["Export.Reason"], row => row.IntendedReason),
            ],
            (page, cancellationToken) => addressing.ListConflictsAsync(filter, page, cancellationToken));
    }

    private static bool? YesNo(HttpContext http, string key) => TextOf(http, key) switch { "yes" => true, "no" => false, _ => null };


    private static Task<IResult> PlansAsync(HttpContext http, ListExport export, IPlanCatalog plans, IStringLocalizer<PlansTexts> texts)
    {
        var filter = new PlanFilter(bool.TryParse(TextOf(http, "active"), out var active) ? active : null, EnumOf<AccessService>(http, "service"), EnumOf<PlanPayment>(http, "payment"), EnumOf<PlanAudience>(http, "audience"));
        return export.AnswerAsync<PlanRow>(
            http,
            "plans",
            "order",
            _ =>
            [
                new(texts["Name"], row => row.Name),
                new(texts["Slug"], row => row.Slug),
                new(texts["Service"], row => texts["Service." + row.Service].Value),
                new($"{texts["Down"]}", row => row.Speed.DownBitsPerSecond / (decimal)Mega),
                new($"{texts["Up"]}", row => row.Speed.UpBitsPerSecond / (decimal)Mega),
                new(texts["Price"], row => row.Price?.Minor),
                new(texts["Cycle"], row => texts["Cycle." + row.Period.Cycle].Value),
                new(texts["NextPrice"], row => row.NextPrice?.Minor),
                new(texts["FromColumn"], row => row.NextPriceFromOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new(texts["Payment"], row => texts["Payment." + row.Payment].Value),
                new(texts["Subscribers"], row => row.Subscribers),
                new(texts["State"], row => texts[row.IsActive ? "Active" : "Retired"].Value),
            ],
            (page, cancellationToken) => plans.ListAsync(filter, page, cancellationToken));
    }

    private static string? TextOf(HttpContext http, string key) => http.Request.Query[key].ToString() is { Length: > 0 } text ? text : null;

    private static Guid? IdOf(HttpContext http, string key) => Guid.TryParse(TextOf(http, key), out var id) ? id : null;

    private static TEnum? EnumOf<TEnum>(HttpContext http, string key)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(TextOf(http, key), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
