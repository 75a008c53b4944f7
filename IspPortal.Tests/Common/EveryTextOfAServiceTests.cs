using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Idempotency;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Billing;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Inventory;
using IspPortal.Infrastructure.Mapping;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Reporting;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Reporting;
using IspPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Tests.Common;

/// <summary>Every method of every service that a form can call, with a NUL in each of its texts, over a real database.</summary>
public sealed class EveryTextOfAServiceTests
{
    private const string Nul = "a\0b";

    /// <summary>Those that say something else, and why nothing comes of it.</summary>
    private static readonly SortedDictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["IAccountLinks.ChoosePasswordAsync"] = "hashed or compared, never kept or asked for",
        ["IAccountLinks.PreviewAsync"] = "hashed or compared, never kept or asked for",
        ["IAccountSelfService.ChangePasswordAsync"] = "wants somebody who is signed in; hashed or compared",
        ["IAccountSelfService.ConfirmTotpAsync"] = "wants somebody who is signed in; hashed or compared",
        ["IAccountSelfService.DisableTotpAsync"] = "wants somebody who is signed in; hashed or compared",
        ["IAccountSelfService.RenewRecoveryCodesAsync"] = "wants somebody who is signed in; hashed or compared",
        ["IAccountSelfService.SaveAsync"] = "wants somebody who is signed in; its name goes through UserRules",
        ["IAddressAssigner.AssignAsync"] = "is no address of a router",
        ["IAddressAssigner.CheckAsync"] = "is no address of a router",
        ["IAddressAssigner.FindFreeAsync"] = "is no address of a router",
        ["IApiTokens.IssueAsync"] = "hashed or compared, never kept or asked for",
        ["IApiTokens.RefreshAsync"] = "hashed or compared, never kept or asked for",
        ["IApiTokens.RevokeAsync"] = "hashed or compared, never kept or asked for",
        ["IBulkChanges.PreviewAsync"] = "wants a plan first",
        ["IBulkChanges.StartAsync"] = "wants a plan first",
        ["ICapacityForecasts.ListDaysAsync"] = "is no interface of a router",
        ["ICustomerDirectory.FindDuplicatesAsync"] = "asks by sound and digits",
        ["ICustomerImportDesk.UploadAsync"] = "the name of a file is cleaned",
        ["IOpeningDesk.UploadAsync"] = "the name of a file is cleaned",
        ["ICustomerLifecycle.FollowAsync"] = "called by subscriptions alone",
        ["IDeviceDesk.MoveAsync"] = "wants a place first",
        ["IDeviceDirectory.FindAsync"] = "is no code of a device",
        ["IImports.BeginAsync"] = "the name of a file is cleaned",
        ["IJobDirectory.RunNowAsync"] = "is none of the known ones",
        ["IMessageOutbox.QueueAsync"] = "is none of the known ones",
        ["IMessageReports.TakeCloudAsync"] = "hashed or compared, never kept or asked for",
        ["IMessageReports.TakeFonnteAsync"] = "hashed or compared, never kept or asked for",
        ["IMessageReports.VerifyCloudAsync"] = "hashed or compared, never kept or asked for",
        ["IOpticalLevels.TrendAsync"] = "is no serial number",
        ["IPasswordResets.AskAsync"] = "whoever has no account is told the same",
        ["IPdfPrinter.PrintAsync"] = "prints a page and keeps nothing; here it is a stand-in",
        ["IPlanProfiles.MapAsync"] = "is no name of a profile",
        ["IPlantExchange.ExportAsync"] = "is compared in memory; no area is called that",
        ["IPublicDashboards.OpenAsync"] = "hashed or compared, never kept or asked for",
        ["IRouterEvents.WhoHadAsync"] = "is no address of a router",
        ["IRouterOperations.KickItemAsync"] = "is none of the known ones",
        ["IRouterPairs.PreviewAsync"] = "shows and keeps nothing",
        ["IRouterTableReader.ReadAsync"] = "is none of the known ones",
        ["IRouterTools.PingAsync"] = "is no address of a router",
        ["IRouterTools.TraceAsync"] = "is no address of a router",
        ["ISettingsCatalog.FindAsync"] = "is none of the known ones",
        ["ISettingsCatalog.SaveAsync"] = "is none of the known ones",
        ["ISignIn.WithCodeAsync"] = "hashed or compared, never kept or asked for",
        ["ISignIn.WithPasswordAsync"] = "hashed or compared, never kept or asked for",
        ["IStockCounts.FindAsync"] = "is no code of a device",
        ["IStockCounts.UnfindAsync"] = "is no code of a device",
        ["ISubscriptionLifecycle.HoldAsync"] = "wants a kind or a number first",
        ["ISubscriptionLifecycle.ReleaseAsync"] = "wants a kind or a number first",
        ["ISubscriptionLifecycle.RenewAsync"] = "wants a kind or a number first",
        ["ISubscriptionMoves.BindLineAsync"] = "is no code of a line",
        ["ISubscriptionMoves.RenameAsync"] = "is no code of a line",
        ["IUserEditor.UpdateAsync"] = "wants a user first; its name goes through UserRules",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_NUL_breaks_none(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        using var host = Build(database);
        var (refused, taken, failed) = (0, new List<string>(), new List<string>());
        foreach (var method in Methods(host.Services))
        {
            await using var scope = host.Services.CreateAsyncScope();
            try
            {
                var outcome = method.Invoke(scope.ServiceProvider.GetRequiredService(method.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(p => Filled(p.ParameterType))], null);
                await (Task)outcome!;
                var error = (Error?)((dynamic)outcome).Result.Error;
                if (error?.Fields.Any(field => field.Code == PlainText.Code) == true)
                {
                    refused++;
                }
                else
                {
                    taken.Add(NameOf(method));
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed.Add($"{NameOf(method)}: {exception.GetBaseException().Message.Split('\n')[0]}");
            }
        }

        Assert.Equal("", string.Join('\n', failed));
        Assert.Equal(Elsewhere.Keys, taken.Order(StringComparer.Ordinal));
        Assert.InRange(refused, 50, 400);
    }

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>What gives a result and takes a text, by itself or in a form. The keys of requests come in headers, where the middleware judges them.</summary>
    private static IEnumerable<MethodInfo> Methods(IServiceProvider services) => typeof(Result).Assembly.GetTypes()
        .Where(type => type is { IsInterface: true, ContainsGenericParameters: false } && services.GetRequiredService<IServiceProviderIsService>().IsService(type))
        .Where(type => type != typeof(IIdempotencyLedger))
        .SelectMany(type => type.GetMethods())
        .Where(method => IsResult(method.ReturnType) && method.GetParameters().Any(p => HoldsText(p.ParameterType)));

    private static bool IsResult(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)
        && type.GetGenericArguments()[0] is var result && (result == typeof(Result) || (result.IsGenericType && result.GetGenericTypeDefinition() == typeof(Result<>)));

    /// <summary>What is read from the address of a page, where no NUL comes through (UrlState).</summary>
    private static bool IsOfAddress(Type type) => type == typeof(PageRequest) || type.Name.EndsWith("Filter", StringComparison.Ordinal);

    private static bool HoldsText(Type type) => !IsOfAddress(type) && (type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(type)
        || (type.IsClass && type.Assembly == typeof(Result).Assembly && type.GetProperties().Any(p => p.CanWrite && HoldsText(p.PropertyType))));

    private static object? Filled(Type type)
    {
        if (type == typeof(CancellationToken))
        {
            return Token;
        }

        if (type == typeof(string))
        {
            return Nul;
        }

        if (IsOfAddress(type))
        {
            return RuntimeHelpers.GetUninitializedObject(type);
        }

        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
        {
            var items = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            items.SetValue(Filled(type.GetGenericArguments()[0]), 0);
            return type.IsInstanceOfType(items) ? items : null;
        }

        if (!type.IsClass || type.Assembly != typeof(Result).Assembly)
        {
            return type == typeof(Guid) ? new Guid("01890a5d-ac96-774b-bcce-b302099a8057") : type == typeof(DateTime) ? DateTime.UnixEpoch : type.IsValueType && Nullable.GetUnderlyingType(type) is null ? RuntimeHelpers.GetUninitializedObject(type) : null;
        }

        var form = type.GetConstructors().MaxBy(c => c.GetParameters().Length) is { } constructor ? constructor.Invoke([.. constructor.GetParameters().Select(p => Filled(p.ParameterType))]) : RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && HoldsText(p.PropertyType)))
        {
            property.SetValue(form, Filled(property.PropertyType));
        }

        return form;
    }

    private static IHost Build(PortalDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddPortalFoundation(builder.Configuration);
        builder.Services.AddPortalIdentity(builder.Configuration);
        builder.Services.AddRouterOs().AddNetwork().AddMonitoring().AddAlerts().AddCustomers().AddSubscriptions().AddPlans().AddInventory().AddBilling().AddMapping().AddReporting();
        ReportingStandIns.AddMissing(builder.Services);
        builder.Services.Replace(ServiceDescriptor.Singleton(database.Source));
        builder.Services.Replace(ServiceDescriptor.Scoped<ICurrentActor>(_ => new TestActor([.. RolePermissions.All])));
        builder.Services.RemoveAll<IRouterChangeListener>();
        return builder.Build();
    }
}
