using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Inventory;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Tests.Common;

/// <summary>Every method of every service that a form can call, with a NUL in each of its texts, over a real database.</summary>
public sealed class EveryTextOfAServiceTests
{
    private const string Nul = "a\0b";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_NUL_breaks_none(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        using var host = Build(database);
        var (asked, failed) = (0, new List<string>());
        foreach (var method in Methods(host.Services))
        {
            await using var scope = host.Services.CreateAsyncScope();
            try
            {
                var outcome = method.Invoke(scope.ServiceProvider.GetRequiredService(method.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(p => Filled(p.ParameterType))], null);
                await (Task)outcome!;
                asked++;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed.Add($"{method.DeclaringType!.Name}.{method.Name}: {exception.GetBaseException().Message.Split('\n')[0]}");
            }
        }

        Assert.Empty(failed);
        Assert.InRange(asked, 60, 400);
    }

    /// <summary>What gives a result and takes a text, by itself or in a form.</summary>
    private static IEnumerable<MethodInfo> Methods(IServiceProvider services) => typeof(Result).Assembly.GetTypes()
        .Where(type => type is { IsInterface: true, ContainsGenericParameters: false } && services.GetRequiredService<IServiceProviderIsService>().IsService(type))
        .SelectMany(type => type.GetMethods())
        .Where(method => IsResult(method.ReturnType) && method.GetParameters().Any(p => HoldsText(p.ParameterType)));

    private static bool IsResult(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)
        && type.GetGenericArguments()[0] is var result && (result == typeof(Result) || (result.IsGenericType && result.GetGenericTypeDefinition() == typeof(Result<>)));

    private static bool HoldsText(Type type) => type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(type)
        || (type.IsClass && type.Assembly == typeof(Result).Assembly && type.GetProperties().Any(p => p.CanWrite && HoldsText(p.PropertyType)));

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

        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
        {
            var items = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            items.SetValue(Filled(type.GetGenericArguments()[0]), 0);
            return type.IsInstanceOfType(items) ? items : null;
        }

        if (!type.IsClass || type.Assembly != typeof(Result).Assembly)
        {
            return type == typeof(Guid) ? new Guid("01890a5d-ac96-774b-bcce-b302099a8057") : type == typeof(DateTime) ? DateTime.UnixEpoch : type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null;
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
        builder.Services.AddRouterOs().AddNetwork().AddMonitoring().AddAlerts().AddCustomers().AddSubscriptions().AddPlans().AddInventory();
        builder.Services.Replace(ServiceDescriptor.Singleton(database.Source));
        builder.Services.Replace(ServiceDescriptor.Scoped<ICurrentActor>(_ => new TestActor([.. RolePermissions.All])));
        builder.Services.RemoveAll<IRouterChangeListener>();
        return builder.Build();
    }
}
