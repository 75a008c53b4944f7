using FluentValidation;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Settings;

/// <summary>Everything settings register, and how features register their sections.</summary>
internal static class SettingsRegistration
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddScoped<ISettingsCatalog, SettingsCatalog>();
        services.AddScoped<ICompanyLogo, CompanyLogoDesk>();
        services.AddSingleton<IBusinessClock, BusinessClock>();
        return services.AddSettings<CompanySettings, CompanySettingsValidator>("company");
    }

    /// <summary>Adds a section: <see cref="ISettings{T}"/> for scopes with an actor, <see cref="ISettingsReader{T}"/> for singletons.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The stable name it is stored under, e.g. <c>monitoring</c>.</param>
    public static IServiceCollection AddSettings<T, TValidator>(this IServiceCollection services, string key)
        where T : class, new()
        where TValidator : class, IValidator<T>
    {
        services.AddSingleton(new SettingsKey<T>(key));
        services.AddSingleton<IValidator<T>, TValidator>();
        services.AddSingleton<SettingsStore<T>>();
        services.AddSingleton<ISettingsReader<T>>(provider => provider.GetRequiredService<SettingsStore<T>>());
        services.AddScoped<SettingsService<T>>();
        services.AddScoped<ISettings<T>>(provider => provider.GetRequiredService<SettingsService<T>>());
        services.AddScoped<ISettingsAccess>(provider => provider.GetRequiredService<SettingsService<T>>());
        return services;
    }
}
