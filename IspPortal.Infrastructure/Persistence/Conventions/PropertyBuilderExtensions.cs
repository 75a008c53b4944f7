using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Persistence.Conventions;

/// <summary>What a configuration says of a column besides what EF Core knows.</summary>
internal static class PropertyBuilderExtensions
{
    private const string SecretAnnotation = "IspPortal:Secret";
    private const string PersonalAnnotation = "IspPortal:Personal";
    private const string NotAuditedAnnotation = "IspPortal:NotAudited";

    /// <summary>The text is encrypted in the database (length unbounded there) and never shown by the audit.</summary>
    public static PropertyBuilder<TProperty> IsSecret<TProperty>(this PropertyBuilder<TProperty> builder)
    {
        if (typeof(TProperty) != typeof(string))
        {
            throw new InvalidOperationException($"{builder.Metadata.DeclaringType.DisplayName()}.{builder.Metadata.Name}: only a string can be a secret.");
        }

        builder.HasMaxLength(-1).HasAnnotation(SecretAnnotation, true);
        return builder;
    }

    /// <summary>The same as [Personal], for properties of types that are not ours.</summary>
    public static PropertyBuilder<TProperty> IsPersonal<TProperty>(this PropertyBuilder<TProperty> builder) => builder.HasAnnotation(PersonalAnnotation, true);

    /// <summary>The same as [NotAudited], for properties of types that are not ours.</summary>
    public static PropertyBuilder<TProperty> IsNotAudited<TProperty>(this PropertyBuilder<TProperty> builder) => builder.HasAnnotation(NotAuditedAnnotation, true);

    /// <summary>No upper bound of the length: JSON and other long text.</summary>
    public static PropertyBuilder<TProperty> IsLongText<TProperty>(this PropertyBuilder<TProperty> builder) => builder.HasMaxLength(-1);

    public static bool IsSecret(this IReadOnlyAnnotatable property) => property.FindAnnotation(SecretAnnotation) is not null;

    public static bool IsPersonal(this IReadOnlyAnnotatable property) => property.FindAnnotation(PersonalAnnotation) is not null;

    public static bool IsNotAudited(this IReadOnlyAnnotatable property) => property.FindAnnotation(NotAuditedAnnotation) is not null;
}
