using System.Reflection;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IspPortal.Infrastructure.Persistence.Conventions;

/// <summary>What holds for every table, applied after the features' configurations.</summary>
internal static class PortalModelConventions
{
    public const string VersionProperty = "Version";

    /// <summary>Long enough for names and addresses; a configuration says so where a text may be longer.</summary>
    public const int DefaultStringLength = 256;

    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<string>().HaveMaxLength(DefaultStringLength);
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(64);
        builder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        builder.Properties<Money>().HaveConversion<MoneyConverter>();
    }

    public static void Apply(ModelBuilder builder, SecretProtector? secrets)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            ApplyTo(entity, secrets);
        }
    }

    private static void ApplyTo(IMutableEntityType entity, SecretProtector? secrets)
    {
        if (entity.GetTableName() is { } table && !entity.IsMappedToJson())
        {
            entity.SetTableName(SnakeCase.Of(table));
        }

        foreach (var property in PropertiesOf(entity))
        {
            ApplyTo(property, secrets);
        }

        foreach (var key in entity.GetDeclaredForeignKeys())
        {
            if (!key.IsOwnership && ((IConventionForeignKey)key).GetDeleteBehaviorConfigurationSource() != ConfigurationSource.Explicit)
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }

            key.SetConstraintName(key.GetConstraintName() is { } name ? Lower(name) : null);
        }

        foreach (var key in entity.GetDeclaredKeys())
        {
            key.SetName(key.GetName() is { } name ? Lower(name) : null);
        }

        foreach (var index in entity.GetDeclaredIndexes())
        {
            index.SetDatabaseName(index.GetDatabaseName() is { } name ? Lower(name) : null);
        }
    }

    private static void ApplyTo(IMutableProperty property, SecretProtector? secrets)
    {
        property.SetColumnName(SnakeCase.Of(property.GetColumnName()));
        if (property is { Name: VersionProperty } && property.ClrType == typeof(long))
        {
            property.IsConcurrencyToken = true;
        }

        if (property.IsSecret() && secrets is not null)
        {
            property.SetValueConverter(new SecretConverter(secrets));
        }

        if (property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null)
        {
            property.SetAnnotation("IspPortal:Personal", true);
        }

        if (property.PropertyInfo?.GetCustomAttribute<NotAuditedAttribute>() is not null)
        {
            property.SetAnnotation("IspPortal:NotAudited", true);
        }
    }

    private static IEnumerable<IMutableProperty> PropertiesOf(IMutableTypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType)));

    private static string Lower(string name) => SnakeCase.Of(name);
}
