using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IspPortal.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_plans",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    begun_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stop_at_failed_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    kick_timing = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kick_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    kick_to = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    kicks_per_second = table.Column<int>(type: "INTEGER", nullable: true),
                    undoes_plan_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "address_conflicts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    open_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    address = table.Column<long>(type: "INTEGER", nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    first_seen_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    resolved_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    intended_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    intended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    intended_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_conflicts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_contacts",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    telegram_chat_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    channels = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_contacts", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "alert_incidents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject_part = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    subject_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    open_key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    affected_sessions = table.Column<int>(type: "INTEGER", nullable: true),
                    opened_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    acknowledged_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    acknowledged_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    resolved_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    resolved_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    rule_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    rule_name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    rule_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    metric = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    threshold = table.Column<double>(type: "REAL", nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    suppressed_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    suppressed_by_outage_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    surfaces_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    muted_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_flapping = table.Column<bool>(type: "INTEGER", nullable: false),
                    calm_since_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    policy_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    steps_done = table.Column<int>(type: "INTEGER", nullable: false),
                    next_step_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    owes_all_clear = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_incidents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_moments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    incident_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_moments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_policies",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    steps = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_policies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_rules",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    built_in_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    signal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    metric = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: false),
                    upper_value = table.Column<double>(type: "REAL", nullable: true),
                    clear_value = table.Column<double>(type: "REAL", nullable: true),
                    for_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    window_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    of_capacity = table.Column<bool>(type: "INTEGER", nullable: false),
                    quantifier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    quantifier_value = table.Column<double>(type: "REAL", nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    is_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    policy_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    router_ids = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    router_tags = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    plan_ids = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    name_pattern = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    subject_ids = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_told",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    incident_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_told", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    actor_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    action = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    entity = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    entity_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    before_json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    after_json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "billing_runs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    through_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    is_observed = table.Column<bool>(type: "INTEGER", nullable: false),
                    prepared_to = table.Column<byte[]>(type: "BLOB", nullable: true),
                    accounts = table.Column<int>(type: "INTEGER", nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    base_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    before_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    billed = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false),
                    left_out = table.Column<int>(type: "INTEGER", nullable: false),
                    limit_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    is_beyond_limit = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    approved_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_billing_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bulk_runs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    price_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    tag = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    kick_timing = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kick_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    kick_to = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    kicks_per_second = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    items = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "company_logos",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_logos", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customer_imports",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    headings_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    mapping = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    @new = table.Column<int>(name: "new", type: "INTEGER", nullable: false),
                    possible = table.Column<int>(type: "INTEGER", nullable: false),
                    known = table.Column<int>(type: "INTEGER", nullable: false),
                    wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    made = table.Column<int>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    touched_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    started_by_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    started_from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    content_erased_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    external_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    company_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    street = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    village = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    district = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    city = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    province = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    postal_code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    tax_id = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    tax_id_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    identity_number = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    identity_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    birth_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    gender = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    city_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    name_sound = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    removed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    removal_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    merged_into_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    erased_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_customers_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dashboards",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    roles = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    range = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    refresh_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    widgets = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    widget_count = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dashboards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "day_closings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    postings = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_closings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "device_models",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    maker = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_device_models", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_records",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    caller = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    key_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    operation = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    body_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    completed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    status_code = table.Column<int>(type: "INTEGER", nullable: true),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    location = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    body = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invoice_bundles",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    bills = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    stored_as = table.Column<byte[]>(type: "BLOB", nullable: true),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    requested_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    leased_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_bundles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "isolir_runs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    day_key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    is_observed = table.Column<bool>(type: "INTEGER", nullable: false),
                    prepared_to = table.Column<byte[]>(type: "BLOB", nullable: true),
                    accounts = table.Column<int>(type: "INTEGER", nullable: false),
                    held = table.Column<int>(type: "INTEGER", nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    routers = table.Column<int>(type: "INTEGER", nullable: false),
                    overdue_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    all_accounts = table.Column<int>(type: "INTEGER", nullable: false),
                    usual = table.Column<int>(type: "INTEGER", nullable: true),
                    is_beyond_share = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_unusual = table.Column<bool>(type: "INTEGER", nullable: false),
                    limit_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    isolated = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false),
                    left_out = table.Column<int>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    approved_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    undo_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_isolir_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_records",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    last_started_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_duration_milliseconds = table.Column<long>(type: "INTEGER", nullable: true),
                    last_outcome = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    last_text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    node = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_records", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "ledger_transactions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    posted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    occurred_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_transactions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "maintenance_windows",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    target_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    from_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    to_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    made_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_windows", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "message_contacts",
                columns: table => new
                {
                    sender_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    last_wrote_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_contacts", x => new { x.sender_id, x.address });
                });

            migrationBuilder.CreateTable(
                name: "message_opt_outs",
                columns: table => new
                {
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_opt_outs", x => new { x.customer_id, x.channel });
                });

            migrationBuilder.CreateTable(
                name: "message_senders",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    server = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    port = table.Column<int>(type: "INTEGER", nullable: true),
                    from = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    account = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    secret = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    signing_secret = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    callback_secret = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    per_hour = table.Column<int>(type: "INTEGER", nullable: false),
                    daily_cap = table.Column<int>(type: "INTEGER", nullable: true),
                    warm_up_from = table.Column<int>(type: "INTEGER", nullable: true),
                    warm_up_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    warm_up_since_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    paused_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    paused_because = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    paused_detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    removed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_senders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "message_templates",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 100, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    body = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    cloud_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    cloud_language = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    cloud_fields = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    changed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 100, nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    keeps_quiet = table.Column<bool>(type: "INTEGER", nullable: false),
                    values = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    attachments = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    sent_subject = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    sent_text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    queued_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    not_after_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    next_attempt_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    dropped_because = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    leased_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sender_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    provider_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    merged_into_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    sent_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    delivered_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    read_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_sequences",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    next_value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_sequences", x => x.series);
                });

            migrationBuilder.CreateTable(
                name: "on_call_overrides",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    to_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    made_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_on_call_overrides", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "on_call_schedules",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    hand_over_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    members = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_on_call_schedules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "opening_imports",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    cutover_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    headings = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    ready = table.Column<int>(type: "INTEGER", nullable: false),
                    known = table.Column<int>(type: "INTEGER", nullable: false),
                    wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    checked_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    booked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    booked_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    undone_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undo_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opening_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "optical_readings",
                columns: table => new
                {
                    ont_serial = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    rx_dbm = table.Column<double>(type: "REAL", nullable: false),
                    tx_dbm = table.Column<double>(type: "REAL", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_optical_readings", x => new { x.ont_serial, x.at_utc });
                });

            migrationBuilder.CreateTable(
                name: "outages",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    element_kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    element_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    element_number = table.Column<int>(type: "INTEGER", nullable: true),
                    element_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    open_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    started_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ends_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lines_now = table.Column<int>(type: "INTEGER", nullable: false),
                    lines_most = table.Column<int>(type: "INTEGER", nullable: false),
                    were_online = table.Column<int>(type: "INTEGER", nullable: false),
                    monthly_amount = table.Column<long>(type: "INTEGER", nullable: false),
                    south = table.Column<double>(type: "REAL", nullable: true),
                    west = table.Column<double>(type: "REAL", nullable: true),
                    north = table.Column<double>(type: "REAL", nullable: true),
                    east = table.Column<double>(type: "REAL", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    noted_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    called_off_because = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    aggregate_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payload = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    occurred_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_add_ons",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    is_one_time = table.Column<bool>(type: "INTEGER", nullable: false),
                    tax_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    speed_percent = table.Column<int>(type: "INTEGER", nullable: true),
                    night_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    night_to = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    reconnects_sessions = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_add_ons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_promotions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    coupon = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    percent = table.Column<int>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    pay_periods = table.Column<int>(type: "INTEGER", nullable: true),
                    get_periods = table.Column<int>(type: "INTEGER", nullable: true),
                    periods = table.Column<int>(type: "INTEGER", nullable: true),
                    valid_from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    max_uses = table.Column<int>(type: "INTEGER", nullable: true),
                    uses = table.Column<int>(type: "INTEGER", nullable: false),
                    new_customers_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_promotions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plant_edits",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    actor_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    element = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    element_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    rows = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    undone_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plant_edits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plant_revisions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plant_revisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_schedules",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    cadence = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hour = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    order = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    is_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    counts_from_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_schedules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    order = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    schedule_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    schedule_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    percent = table.Column<int>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    runs = table.Column<int>(type: "INTEGER", nullable: false),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    error_detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    requested_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    requested_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    expires_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "routers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    port = table.Column<int>(type: "INTEGER", nullable: false),
                    address_key = table.Column<string>(type: "TEXT", maxLength: 260, nullable: true),
                    use_tls = table.Column<bool>(type: "INTEGER", nullable: false),
                    username = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    password = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    pinned_certificate_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    site = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    counters_every_seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    sessions_every_seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    capacity_megabits = table.Column<int>(type: "INTEGER", nullable: true),
                    capacity_sessions = table.Column<int>(type: "INTEGER", nullable: true),
                    tags = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    twin_router_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    twin_mode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    observes_since_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    isolir_proven_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    probed_version = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    removed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    removal_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    identity = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    router_os_version = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    board = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    last_good_poll_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_routers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_plans",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    service = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    down_bits_per_second = table.Column<long>(type: "INTEGER", nullable: false),
                    up_bits_per_second = table.Column<long>(type: "INTEGER", nullable: false),
                    burst_down_bits_per_second = table.Column<long>(type: "INTEGER", nullable: true),
                    burst_up_bits_per_second = table.Column<long>(type: "INTEGER", nullable: true),
                    burst_threshold_percent = table.Column<int>(type: "INTEGER", nullable: true),
                    burst_seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    quota_bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    quota_action = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    quota_reset_day = table.Column<int>(type: "INTEGER", nullable: true),
                    throttled_down_bits_per_second = table.Column<long>(type: "INTEGER", nullable: true),
                    throttled_up_bits_per_second = table.Column<long>(type: "INTEGER", nullable: true),
                    concurrent_sessions = table.Column<int>(type: "INTEGER", nullable: false),
                    profile = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    throttled_profile = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    cycle = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    cycle_days = table.Column<int>(type: "INTEGER", nullable: true),
                    payment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    tax_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    contract_months = table.Column<int>(type: "INTEGER", nullable: false),
                    grace_days = table.Column<int>(type: "INTEGER", nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    channels = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    areas = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    is_popular = table.Column<bool>(type: "INTEGER", nullable: false),
                    sort_order = table.Column<int>(type: "INTEGER", nullable: false),
                    retired_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    prices_changed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    changed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "speed_campaigns",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    factor_percent = table.Column<int>(type: "INTEGER", nullable: true),
                    down_bits_per_second = table.Column<long>(type: "INTEGER", nullable: true),
                    up_bits_per_second = table.Column<long>(type: "INTEGER", nullable: true),
                    starts_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kick_timing = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kick_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    kick_to = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    kicks_per_second = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_speed_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "token_signing_keys",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    secret = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_token_signing_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    theme = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    locked_until_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_sign_in_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_sign_in_address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    totp_secret = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    totp_last_step = table.Column<long>(type: "INTEGER", nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "warehouses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warehouses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "address_conflict_parties",
                columns: table => new
                {
                    conflict_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_owned = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_conflict_parties", x => new { x.conflict_id, x.number });
                    table.ForeignKey(
                        name: "fk_address_conflict_parties_address_conflicts_conflict_id",
                        column: x => x.conflict_id,
                        principalTable: "address_conflicts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customer_import_contents",
                columns: table => new
                {
                    import_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rows = table.Column<byte[]>(type: "BLOB", nullable: false),
                    preview = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_import_contents", x => x.import_id);
                    table.ForeignKey(
                        name: "fk_customer_import_contents_customer_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "customer_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "billing_accounts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    is_default = table.Column<bool>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    pays_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    payment_notes = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_billing_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_billing_accounts_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_contacts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_contacts_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_import_lines",
                columns: table => new
                {
                    import_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    is_chosen = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    external_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    problems = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    match = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    other_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    other_number = table.Column<int>(type: "INTEGER", nullable: true),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_import_lines", x => new { x.import_id, x.number });
                    table.ForeignKey(
                        name: "fk_customer_import_lines_customer_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "customer_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customer_import_lines_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customer_import_lines_customers_other_id",
                        column: x => x.other_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_search_entries",
                columns: table => new
                {
                    serial = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    key = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_search_entries", x => x.serial);
                    table.ForeignKey(
                        name: "fk_customer_search_entries_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_tags",
                columns: table => new
                {
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tag = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_tags", x => new { x.customer_id, x.tag });
                    table.ForeignKey(
                        name: "fk_customer_tags_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "former_owners",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    company_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    tax_id = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    tax_id_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    identity_number = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    identity_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    handed_over_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    erased_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_owners", x => x.id);
                    table.ForeignKey(
                        name: "fk_former_owners_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sign_up_drafts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    step = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_up_drafts", x => x.id);
                    table.ForeignKey(
                        name: "fk_sign_up_drafts_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dashboard_links",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    dashboard_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_used_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dashboard_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_dashboard_links_dashboards_dashboard_id",
                        column: x => x.dashboard_id,
                        principalTable: "dashboards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "day_closing_totals",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    closing_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sub_account = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    before_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    in_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    out_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_closing_totals", x => x.id);
                    table.ForeignKey(
                        name: "fk_day_closing_totals_day_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "day_closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_sender_paces",
                columns: table => new
                {
                    sender_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    next_free_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    counted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sent_on_day = table.Column<int>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    refusals = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_sent_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_failed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_sender_paces", x => x.sender_id);
                    table.ForeignKey(
                        name: "fk_message_sender_paces_message_senders_sender_id",
                        column: x => x.sender_id,
                        principalTable: "message_senders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opening_items",
                columns: table => new
                {
                    import_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    booked_key = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    says = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    billed_until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    next = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    cells = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    problems = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opening_items", x => new { x.import_id, x.row });
                    table.ForeignKey(
                        name: "fk_opening_items_opening_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "opening_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outage_lines",
                columns: table => new
                {
                    outage_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    to_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    was_online = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outage_lines", x => new { x.outage_id, x.access_id });
                    table.ForeignKey(
                        name: "fk_outage_lines_outages_outage_id",
                        column: x => x.outage_id,
                        principalTable: "outages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_deliveries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    handler = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    aggregate_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    leased_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_deliveries_outbox_events_event_id",
                        column: x => x.event_id,
                        principalTable: "outbox_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_files",
                columns: table => new
                {
                    report_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    stored_as = table.Column<byte[]>(type: "BLOB", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_files", x => new { x.report_id, x.format });
                    table.ForeignKey(
                        name: "fk_report_files_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_plan_routers",
                columns: table => new
                {
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    is_unread = table.Column<bool>(type: "INTEGER", nullable: false),
                    scope_json = table.Column<string>(type: "TEXT", maxLength: 4000000, nullable: true),
                    steps = table.Column<int>(type: "INTEGER", nullable: false),
                    kicks = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    error_detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_try_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_plan_routers", x => new { x.plan_id, x.router_id });
                    table.ForeignKey(
                        name: "fk_access_plan_routers_access_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "access_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_plan_routers_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accesses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    username = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    profile = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_owned = table.Column<bool>(type: "INTEGER", nullable: false),
                    first_seen_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accesses", x => x.id);
                    table.ForeignKey(
                        name: "fk_accesses_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "address_pools",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    family = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    ranges = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    next_pool = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    users_json = table.Column<string>(type: "TEXT", maxLength: 256000, nullable: true),
                    is_handed_out = table.Column<bool>(type: "INTEGER", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: true),
                    used = table.Column<long>(type: "INTEGER", nullable: true),
                    used_permille = table.Column<int>(type: "INTEGER", nullable: true),
                    chain_size = table.Column<long>(type: "INTEGER", nullable: true),
                    chain_used = table.Column<long>(type: "INTEGER", nullable: true),
                    above_since_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    first_seen_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_pools", x => x.id);
                    table.ForeignKey(
                        name: "fk_address_pools_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "address_readings",
                columns: table => new
                {
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tried_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    error_detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    own_addresses = table.Column<string>(type: "TEXT", maxLength: 64000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_readings", x => x.router_id);
                    table.ForeignKey(
                        name: "fk_address_readings_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "desired_profiles",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rate_limit = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    address_list = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    only_one = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    is_adopted = table.Column<bool>(type: "INTEGER", nullable: false),
                    local_address = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    remote_address = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    like = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desired_profiles", x => x.id);
                    table.ForeignKey(
                        name: "fk_desired_profiles_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drift_checks",
                columns: table => new
                {
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tried_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    error_detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    unmarked_lines = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drift_checks", x => x.router_id);
                    table.ForeignKey(
                        name: "fk_drift_checks_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drift_items",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    menu = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    on_router_json = table.Column<string>(type: "TEXT", maxLength: 64000, nullable: true),
                    in_portal_json = table.Column<string>(type: "TEXT", maxLength: 64000, nullable: true),
                    can_apply = table.Column<bool>(type: "INTEGER", nullable: false),
                    can_adopt = table.Column<bool>(type: "INTEGER", nullable: false),
                    first_seen_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ignored_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ignored_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ignore_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    changed_from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    changed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    changed_by_is_guess = table.Column<bool>(type: "INTEGER", nullable: false),
                    cost_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    monthly_cost = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drift_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_drift_items_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "found_addresses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    username = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    address = table.Column<long>(type: "INTEGER", nullable: false),
                    is_lease = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    first_seen_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_found_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_found_addresses_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    customers = table.Column<int>(type: "INTEGER", nullable: false),
                    customers_without_line = table.Column<int>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taken_lines = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                    table.ForeignKey(
                        name: "fk_imports_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interface_speeds",
                columns: table => new
                {
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    bits_per_second = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interface_speeds", x => new { x.router_id, x.name });
                    table.ForeignKey(
                        name: "fk_interface_speeds_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "isolir_checks",
                columns: table => new
                {
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    checked_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    checked_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    is_proven = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_proven_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    report_json = table.Column<string>(type: "TEXT", maxLength: 64000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_isolir_checks", x => x.router_id);
                    table.ForeignKey(
                        name: "fk_isolir_checks_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plant_nodes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: false),
                    longitude = table.Column<double>(type: "REAL", nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ports = table.Column<int>(type: "INTEGER", nullable: false),
                    splitter_outputs = table.Column<int>(type: "INTEGER", nullable: true),
                    site_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plant_nodes", x => x.id);
                    table.ForeignKey(
                        name: "fk_plant_nodes_plant_nodes_site_id",
                        column: x => x.site_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plant_nodes_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "router_backups",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    taken_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    router_os_version = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    format = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    text_file = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    text_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    text_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    binary_file = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    binary_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    binary_on_router = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    binary_error_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    error_detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_router_backups", x => x.id);
                    table.ForeignKey(
                        name: "fk_router_backups_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "router_canaries",
                columns: table => new
                {
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_os_version = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    probed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_good = table.Column<bool>(type: "INTEGER", nullable: false),
                    shapes_json = table.Column<string>(type: "TEXT", maxLength: 64000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_router_canaries", x => x.router_id);
                    table.ForeignKey(
                        name: "fk_router_canaries_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "router_events",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    menu = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    item = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    item_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    details = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_router_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_router_events_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "router_images",
                columns: table => new
                {
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    wanted_until_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_router_images", x => x.router_id);
                    table.ForeignKey(
                        name: "fk_router_images_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "router_leases",
                columns: table => new
                {
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    expires_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_router_leases", x => x.router_id);
                    table.ForeignKey(
                        name: "fk_router_leases_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "router_profile_readings",
                columns: table => new
                {
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    tried_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    profiles_json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_router_profile_readings", x => new { x.router_id, x.service });
                    table.ForeignKey(
                        name: "fk_router_profile_readings_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_add_on_plans",
                columns: table => new
                {
                    add_on_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_add_on_plans", x => new { x.add_on_id, x.plan_id });
                    table.ForeignKey(
                        name: "fk_plan_add_on_plans_plan_add_ons_add_on_id",
                        column: x => x.add_on_id,
                        principalTable: "plan_add_ons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_add_on_plans_service_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_prices",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    valid_from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    set_up_fee = table.Column<long>(type: "INTEGER", nullable: false),
                    installation_fee = table.Column<long>(type: "INTEGER", nullable: false),
                    deposit = table.Column<long>(type: "INTEGER", nullable: false),
                    early_end_fee = table.Column<long>(type: "INTEGER", nullable: false),
                    overage_per_gigabyte = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_prices", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_prices_service_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_promotion_plans",
                columns: table => new
                {
                    promotion_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_promotion_plans", x => new { x.promotion_id, x.plan_id });
                    table.ForeignKey(
                        name: "fk_plan_promotion_plans_plan_promotions_promotion_id",
                        column: x => x.promotion_id,
                        principalTable: "plan_promotions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_promotion_plans_service_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_router_profiles",
                columns: table => new
                {
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    profile = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_router_profiles", x => new { x.plan_id, x.router_id });
                    table.ForeignKey(
                        name: "fk_plan_router_profiles_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_router_profiles_service_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "speed_campaign_plans",
                columns: table => new
                {
                    campaign_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_speed_campaign_plans", x => new { x.campaign_id, x.plan_id });
                    table.ForeignKey(
                        name: "fk_speed_campaign_plans_service_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_speed_campaign_plans_speed_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "speed_campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_links",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    replaced_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_links_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 14, nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    scopes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    allowed_addresses = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    maker_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_used_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_used_address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    revoked_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    revoked_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_keys_users_maker_id",
                        column: x => x.maker_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    used_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_recovery_codes_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refresh_tokens",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    family_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    issued_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refresh_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_refresh_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_roles",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_roles", x => new { x.user_id, x.role });
                    table.ForeignKey(
                        name: "fk_user_roles_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_counts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    warehouse_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    open_for = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    started_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    matched = table.Column<int>(type: "INTEGER", nullable: false),
                    missing = table.Column<int>(type: "INTEGER", nullable: false),
                    misplaced = table.Column<int>(type: "INTEGER", nullable: false),
                    unknown = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_counts", x => x.id);
                    table.ForeignKey(
                        name: "fk_stock_counts_warehouses_warehouse_id",
                        column: x => x.warehouse_id,
                        principalTable: "warehouses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "billing_run_items",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    base_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    before_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    unusual = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_billing_run_items", x => new { x.run_id, x.billing_account_id });
                    table.ForeignKey(
                        name: "fk_billing_run_items_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_billing_run_items_billing_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "billing_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "billing_terms",
                columns: table => new
                {
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tax = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    withholding_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    fixed_day = table.Column<int>(type: "INTEGER", nullable: true),
                    npwp = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    nik = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    idtku = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_billing_terms", x => x.billing_account_id);
                    table.ForeignKey(
                        name: "fk_billing_terms_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dunning_accounts",
                columns: table => new
                {
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    stage_since_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    obstacle = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    overdue_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    oldest_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    isolated_run_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    isolated_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fee_waived_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    seen_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dunning_accounts", x => x.billing_account_id);
                    table.ForeignKey(
                        name: "fk_dunning_accounts_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dunning_accounts_isolir_runs_isolated_run_id",
                        column: x => x.isolated_run_id,
                        principalTable: "isolir_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dunning_entries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dunning_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_dunning_entries_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dunning_terms",
                columns: table => new
                {
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dunning_terms", x => x.billing_account_id);
                    table.ForeignKey(
                        name: "fk_dunning_terms_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoices",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    based_on_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    period_from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    period_to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    buyer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    buyer_address = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    base_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    total_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    withheld_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    collected_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    credited_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    withheld_credited_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    collected_credited_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    is_withholding_proven = table.Column<bool>(type: "INTEGER", nullable: false),
                    tax = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    faktur_code = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    issued_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoices", x => x.id);
                    table.ForeignKey(
                        name: "fk_invoices_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoices_billing_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "billing_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoices_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "isolir_run_items",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    obstacle = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    overdue_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    oldest_due_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_isolir_run_items", x => new { x.run_id, x.billing_account_id });
                    table.ForeignKey(
                        name: "fk_isolir_run_items_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_isolir_run_items_isolir_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "isolir_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    transaction_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    posted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    sub_account = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_ledger_entries_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ledger_entries_ledger_transactions_transaction_id",
                        column: x => x.transaction_id,
                        principalTable: "ledger_transactions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_promises",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    is_instalments = table.Column<bool>(type: "INTEGER", nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_promises", x => x.id);
                    table.ForeignKey(
                        name: "fk_payment_promises_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    paid_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    booked_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    booked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    printed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    voided_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    voided_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    void_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipts", x => x.id);
                    table.ForeignKey(
                        name: "fk_receipts_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refunds",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payee_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    paid_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    paid_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    credit_left_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    printed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refunds", x => x.id);
                    table.ForeignKey(
                        name: "fk_refunds_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_documents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    former_owner_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    stored_as = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    pages = table.Column<int>(type: "INTEGER", nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    state_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    judged_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    judged_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    uploaded_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    uploaded_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    removed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    removal_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    file_erased_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_documents_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customer_documents_former_owners_former_owner_id",
                        column: x => x.former_owner_id,
                        principalTable: "former_owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_history",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    former_owner_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    other = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_history", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_history_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customer_history_former_owners_former_owner_id",
                        column: x => x.former_owner_id,
                        principalTable: "former_owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_notes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    former_owner_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_notes_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customer_notes_former_owners_former_owner_id",
                        column: x => x.former_owner_id,
                        principalTable: "former_owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_plan_findings",
                columns: table => new
                {
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    menu = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_plan_findings", x => new { x.plan_id, x.router_id, x.number });
                    table.ForeignKey(
                        name: "fk_access_plan_findings_access_plan_routers_plan_id_router_id",
                        columns: x => new { x.plan_id, x.router_id },
                        principalTable: "access_plan_routers",
                        principalColumns: new[] { "plan_id", "router_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_plan_steps",
                columns: table => new
                {
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    verb = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    menu = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    item_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    before_json = table.Column<string>(type: "TEXT", maxLength: 64000, nullable: true),
                    after_json = table.Column<string>(type: "TEXT", maxLength: 64000, nullable: true),
                    password_before = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    password_after = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    tag = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    place_before = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    waits_for_window = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sent_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    duration_milliseconds = table.Column<int>(type: "INTEGER", nullable: true),
                    outcome_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_plan_steps", x => new { x.plan_id, x.router_id, x.number });
                    table.ForeignKey(
                        name: "fk_access_plan_steps_access_plan_routers_plan_id_router_id",
                        columns: x => new { x.plan_id, x.router_id },
                        principalTable: "access_plan_routers",
                        principalColumns: new[] { "plan_id", "router_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "desired_accesses",
                columns: table => new
                {
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    username = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    username_key = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    password = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    password_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    lifecycle = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    holds = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    is_over_quota = table.Column<bool>(type: "INTEGER", nullable: false),
                    profile = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    throttled_profile = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    rate_limit = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    throttled_rate_limit = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    fixed_address = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    fixed_address_number = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_address = table.Column<long>(type: "INTEGER", nullable: true),
                    caller_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    former_note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    keep_disabled_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    home_router_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kept_by = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desired_accesses", x => x.access_id);
                    table.ForeignKey(
                        name: "fk_desired_accesses_accesses_access_id",
                        column: x => x.access_id,
                        principalTable: "accesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session_records",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    mark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    caller_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    started_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    down_bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    up_bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    down_counter = table.Column<long>(type: "INTEGER", nullable: true),
                    up_counter = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_records_accesses_access_id",
                        column: x => x.access_id,
                        principalTable: "accesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_session_records_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "speed_campaign_changes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    campaign_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    profile = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    before = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    during = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    start_plan_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    start_told_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    end_plan_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    end_told_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    was_left_alone = table.Column<bool>(type: "INTEGER", nullable: false),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_speed_campaign_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_speed_campaign_changes_accesses_access_id",
                        column: x => x.access_id,
                        principalTable: "accesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_speed_campaign_changes_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_speed_campaign_changes_service_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_speed_campaign_changes_speed_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "speed_campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "address_pool_ranges",
                columns: table => new
                {
                    pool_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_address = table.Column<long>(type: "INTEGER", nullable: false),
                    to_address = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_pool_ranges", x => new { x.pool_id, x.number });
                    table.ForeignKey(
                        name: "fk_address_pool_ranges_address_pools_pool_id",
                        column: x => x.pool_id,
                        principalTable: "address_pools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_drafts",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    item_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    profile = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    fixed_address = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    caller_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    rate_limit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    address_list = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    password = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    is_disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    problem_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    problem_detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    matched_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    customer_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    customer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    customer_phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    customer_profile = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    is_chosen = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_drafts", x => new { x.run_id, x.number });
                    table.ForeignKey(
                        name: "fk_import_drafts_imports_run_id",
                        column: x => x.run_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cables",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    from_node_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    to_node_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    cores = table.Column<int>(type: "INTEGER", nullable: false),
                    cores_per_tube = table.Column<int>(type: "INTEGER", nullable: false),
                    bends = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    measured_metres = table.Column<double>(type: "REAL", nullable: true),
                    spare_metres = table.Column<double>(type: "REAL", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cables", x => x.id);
                    table.ForeignKey(
                        name: "fk_cables_plant_nodes_from_node_id",
                        column: x => x.from_node_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cables_plant_nodes_to_node_id",
                        column: x => x.to_node_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "core_joints",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    node_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_core_joints", x => x.id);
                    table.ForeignKey(
                        name: "fk_core_joints_plant_nodes_node_id",
                        column: x => x.node_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drops",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    odp_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    port = table.Column<int>(type: "INTEGER", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: false),
                    longitude = table.Column<double>(type: "REAL", nullable: false),
                    measured_metres = table.Column<double>(type: "REAL", nullable: true),
                    ont_serial = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drops", x => x.id);
                    table.ForeignKey(
                        name: "fk_drops_plant_nodes_odp_id",
                        column: x => x.odp_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plant_photos",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    node_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    stored_as = table.Column<byte[]>(type: "BLOB", nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    added_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    added_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plant_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_plant_photos_plant_nodes_node_id",
                        column: x => x.node_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "radio_links",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    from_node_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    to_node_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    capacity_megabits = table.Column<int>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_radio_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_radio_links_plant_nodes_from_node_id",
                        column: x => x.from_node_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_radio_links_plant_nodes_to_node_id",
                        column: x => x.to_node_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_routers",
                columns: table => new
                {
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    node_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_routers", x => x.router_id);
                    table.ForeignKey(
                        name: "fk_site_routers_plant_nodes_node_id",
                        column: x => x.node_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_routers_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "splitters",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    node_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    outputs = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_splitters", x => x.id);
                    table.ForeignKey(
                        name: "fk_splitters_plant_nodes_node_id",
                        column: x => x.node_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    price_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    agreed_price = table.Column<long>(type: "INTEGER", nullable: true),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    installation_fee = table.Column<long>(type: "INTEGER", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    username = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    night_percent = table.Column<int>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    holds = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    is_trial = table.Column<bool>(type: "INTEGER", nullable: false),
                    auto_renew = table.Column<bool>(type: "INTEGER", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    contract_ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    activated_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    terminated_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    termination_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_subscriptions_accesses_access_id",
                        column: x => x.access_id,
                        principalTable: "accesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscriptions_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscriptions_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscriptions_plan_prices_price_id",
                        column: x => x.price_id,
                        principalTable: "plan_prices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscriptions_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscriptions_service_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_count_lines",
                columns: table => new
                {
                    count_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    serial = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    found_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    found_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_count_lines", x => new { x.count_id, x.serial });
                    table.ForeignKey(
                        name: "fk_stock_count_lines_stock_counts_count_id",
                        column: x => x.count_id,
                        principalTable: "stock_counts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charge_claims",
                columns: table => new
                {
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    charge_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charge_claims", x => new { x.owner_id, x.charge_key });
                    table.ForeignKey(
                        name: "fk_charge_claims_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_notes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    invoice_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    buyer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    base_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    total_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    withheld_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    collected_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    to_credit_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_credit_notes_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_notes_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_notes_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deferred_parts",
                columns: table => new
                {
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    is_recognised = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deferred_parts", x => new { x.invoice_id, x.line_no, x.from_on });
                    table.ForeignKey(
                        name: "fk_deferred_parts_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dunning_notices",
                columns: table => new
                {
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    queued_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_waiting = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dunning_notices", x => new { x.invoice_id, x.step });
                    table.ForeignKey(
                        name: "fk_dunning_notices_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_bundle_items",
                columns: table => new
                {
                    bundle_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_bundle_items", x => new { x.bundle_id, x.no });
                    table.ForeignKey(
                        name: "fk_invoice_bundle_items_invoice_bundles_bundle_id",
                        column: x => x.bundle_id,
                        principalTable: "invoice_bundles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_bundle_items_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_lines",
                columns: table => new
                {
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subscription_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    of_days = table.Column<int>(type: "INTEGER", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_price = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    source_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    tax_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    charge_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    corrects_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    credited_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_lines", x => new { x.invoice_id, x.no });
                    table.ForeignKey(
                        name: "fk_invoice_lines_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_tax_lines",
                columns: table => new
                {
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    rate_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    base_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_base_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_tax_lines", x => new { x.invoice_id, x.code });
                    table.ForeignKey(
                        name: "fk_invoice_tax_lines_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "late_fee_waivers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_late_fee_waivers", x => x.id);
                    table.ForeignKey(
                        name: "fk_late_fee_waivers_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "withholding_slips",
                columns: table => new
                {
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_withholding_slips", x => x.invoice_id);
                    table.ForeignKey(
                        name: "fk_withholding_slips_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_promise_parts",
                columns: table => new
                {
                    promise_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_promise_parts", x => new { x.promise_id, x.no });
                    table.ForeignKey(
                        name: "fk_payment_promise_parts_payment_promises_promise_id",
                        column: x => x.promise_id,
                        principalTable: "payment_promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receipt_money",
                columns: table => new
                {
                    receipt_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt_money", x => new { x.receipt_id, x.no });
                    table.ForeignKey(
                        name: "fk_receipt_money_receipts_receipt_id",
                        column: x => x.receipt_id,
                        principalTable: "receipts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receipt_parts",
                columns: table => new
                {
                    receipt_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    invoice_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    rounded_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt_parts", x => new { x.receipt_id, x.no });
                    table.ForeignKey(
                        name: "fk_receipt_parts_billing_accounts_billing_account_id",
                        column: x => x.billing_account_id,
                        principalTable: "billing_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_receipt_parts_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_receipt_parts_receipts_receipt_id",
                        column: x => x.receipt_id,
                        principalTable: "receipts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_document_history",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    document_kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_document_history", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_document_history_customer_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "customer_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customer_document_history_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_placements",
                columns: table => new
                {
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    may_adopt = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    item_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    applied_state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    applied_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_placements", x => new { x.access_id, x.router_id });
                    table.ForeignKey(
                        name: "fk_access_placements_desired_accesses_access_id",
                        column: x => x.access_id,
                        principalTable: "desired_accesses",
                        principalColumn: "access_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_placements_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_plan_places",
                columns: table => new
                {
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role_before = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    role_after = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    home_before = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_plan_places", x => new { x.plan_id, x.access_id, x.router_id });
                    table.ForeignKey(
                        name: "fk_access_plan_places_access_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "access_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_plan_places_desired_accesses_access_id",
                        column: x => x.access_id,
                        principalTable: "desired_accesses",
                        principalColumn: "access_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_plan_places_routers_router_id",
                        column: x => x.router_id,
                        principalTable: "routers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joint_ends",
                columns: table => new
                {
                    joint_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_ends", x => new { x.joint_id, x.place });
                    table.ForeignKey(
                        name: "fk_joint_ends_core_joints_joint_id",
                        column: x => x.joint_id,
                        principalTable: "core_joints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drop_lines",
                columns: table => new
                {
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    drop_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drop_lines", x => x.access_id);
                    table.ForeignKey(
                        name: "fk_drop_lines_accesses_access_id",
                        column: x => x.access_id,
                        principalTable: "accesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_drop_lines_drops_drop_id",
                        column: x => x.drop_id,
                        principalTable: "drops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "odp_ports",
                columns: table => new
                {
                    odp_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    drop_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reserved_for = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reserved_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    changed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_odp_ports", x => new { x.odp_id, x.number });
                    table.ForeignKey(
                        name: "fk_odp_ports_drops_drop_id",
                        column: x => x.drop_id,
                        principalTable: "drops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_odp_ports_plant_nodes_odp_id",
                        column: x => x.odp_id,
                        principalTable: "plant_nodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulk_run_items",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_run_items", x => new { x.run_id, x.place });
                    table.ForeignKey(
                        name: "fk_bulk_run_items_bulk_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "bulk_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulk_run_items_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "devices",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    model_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    serial = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    mac = table.Column<string>(type: "TEXT", maxLength: 17, nullable: true),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    warehouse_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    holder_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    holder_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    placed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    movements = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_devices", x => x.id);
                    table.ForeignKey(
                        name: "fk_devices_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_devices_device_models_model_id",
                        column: x => x.model_id,
                        principalTable: "device_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_devices_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_devices_warehouses_warehouse_id",
                        column: x => x.warehouse_id,
                        principalTable: "warehouses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "isolir_run_lines",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    billing_account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_isolir_run_lines", x => new { x.run_id, x.subscription_id });
                    table.ForeignKey(
                        name: "fk_isolir_run_lines_isolir_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "isolir_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_isolir_run_lines_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "line_deliveries",
                columns: table => new
                {
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    wanted_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    batch_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kick_timing = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kick_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    kick_to = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    kicks_per_second = table.Column<int>(type: "INTEGER", nullable: true),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    error_detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_try_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_line_deliveries", x => x.subscription_id);
                    table.ForeignKey(
                        name: "fk_line_deliveries_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quota_top_ups",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quota_top_ups", x => x.id);
                    table.ForeignKey(
                        name: "fk_quota_top_ups_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_add_ons",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    add_on_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    is_one_time = table.Column<bool>(type: "INTEGER", nullable: false),
                    brought_address = table.Column<bool>(type: "INTEGER", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_add_ons", x => x.id);
                    table.ForeignKey(
                        name: "fk_subscription_add_ons_plan_add_ons_add_on_id",
                        column: x => x.add_on_id,
                        principalTable: "plan_add_ons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscription_add_ons_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_changes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    price_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    agreed_price = table.Column<long>(type: "INTEGER", nullable: true),
                    router_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    pause_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_subscription_changes_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_history",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    before = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    after = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_history", x => x.id);
                    table.ForeignKey(
                        name: "fk_subscription_history_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_holds",
                columns: table => new
                {
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    since_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_holds", x => new { x.subscription_id, x.kind });
                    table.ForeignKey(
                        name: "fk_subscription_holds_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_pauses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_pauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_subscription_pauses_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_promotions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    promotion_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    percent = table.Column<int>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    pay_periods = table.Column<int>(type: "INTEGER", nullable: true),
                    get_periods = table.Column<int>(type: "INTEGER", nullable: true),
                    periods = table.Column<int>(type: "INTEGER", nullable: true),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_promotions", x => x.id);
                    table.ForeignKey(
                        name: "fk_subscription_promotions_plan_promotions_promotion_id",
                        column: x => x.promotion_id,
                        principalTable: "plan_promotions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscription_promotions_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_quotas",
                columns: table => new
                {
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    access_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quota_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    per_gigabyte = table.Column<long>(type: "INTEGER", nullable: false),
                    topped_up_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    first_notice_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_notice_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    used_bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    unseen_seconds = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_quotas", x => new { x.subscription_id, x.from_on });
                    table.ForeignKey(
                        name: "fk_subscription_quotas_accesses_access_id",
                        column: x => x.access_id,
                        principalTable: "accesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscription_quotas_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_terms",
                columns: table => new
                {
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    plan_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    price_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    agreed_price = table.Column<long>(type: "INTEGER", nullable: true),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    is_trial = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_terms", x => new { x.subscription_id, x.from_on });
                    table.ForeignKey(
                        name: "fk_subscription_terms_plan_prices_price_id",
                        column: x => x.price_id,
                        principalTable: "plan_prices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscription_terms_service_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscription_terms_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "usage_charges",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    over_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    per_gigabyte = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    final_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usage_charges", x => x.id);
                    table.ForeignKey(
                        name: "fk_usage_charges_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_note_lines",
                columns: table => new
                {
                    credit_note_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subscription_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    tax_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_note_lines", x => new { x.credit_note_id, x.no });
                    table.ForeignKey(
                        name: "fk_credit_note_lines_credit_notes_credit_note_id",
                        column: x => x.credit_note_id,
                        principalTable: "credit_notes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "device_movements",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    device_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    from_place = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    from_warehouse_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from_holder_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from_holder_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    from_customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from_subscription_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    to_place = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    to_warehouse_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    to_holder_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    to_holder_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    to_customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    to_subscription_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_device_movements", x => x.id);
                    table.ForeignKey(
                        name: "fk_device_movements_customers_from_customer_id",
                        column: x => x.from_customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_device_movements_customers_to_customer_id",
                        column: x => x.to_customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_device_movements_devices_device_id",
                        column: x => x.device_id,
                        principalTable: "devices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_device_movements_subscriptions_from_subscription_id",
                        column: x => x.from_subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_device_movements_subscriptions_to_subscription_id",
                        column: x => x.to_subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_device_movements_warehouses_from_warehouse_id",
                        column: x => x.from_warehouse_id,
                        principalTable: "warehouses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_device_movements_warehouses_to_warehouse_id",
                        column: x => x.to_warehouse_id,
                        principalTable: "warehouses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_placements_router_id_role",
                table: "access_placements",
                columns: new[] { "router_id", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_access_plan_places_access_id",
                table: "access_plan_places",
                column: "access_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_plan_places_router_id",
                table: "access_plan_places",
                column: "router_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_plan_routers_router_id_state",
                table: "access_plan_routers",
                columns: new[] { "router_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_access_plan_routers_state_next_try_at_utc",
                table: "access_plan_routers",
                columns: new[] { "state", "next_try_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_access_plan_steps_access_id",
                table: "access_plan_steps",
                column: "access_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_plan_steps_plan_id_router_id_state",
                table: "access_plan_steps",
                columns: new[] { "plan_id", "router_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_access_plans_created_at_utc",
                table: "access_plans",
                column: "created_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_access_plans_state",
                table: "access_plans",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_accesses_last_seen_at_utc",
                table: "accesses",
                column: "last_seen_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_accesses_router_id_service_username",
                table: "accesses",
                columns: new[] { "router_id", "service", "username" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accesses_search_key",
                table: "accesses",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_accesses_username",
                table: "accesses",
                column: "username");

            migrationBuilder.CreateIndex(
                name: "ix_account_links_token_hash",
                table: "account_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_links_user_id",
                table: "account_links",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_address_conflict_parties_access_id",
                table: "address_conflict_parties",
                column: "access_id");

            migrationBuilder.CreateIndex(
                name: "ix_address_conflict_parties_router_id",
                table: "address_conflict_parties",
                column: "router_id");

            migrationBuilder.CreateIndex(
                name: "ix_address_conflicts_address",
                table: "address_conflicts",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_address_conflicts_first_seen_at_utc",
                table: "address_conflicts",
                column: "first_seen_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_address_conflicts_open_key",
                table: "address_conflicts",
                column: "open_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_address_conflicts_resolved_at_utc",
                table: "address_conflicts",
                column: "resolved_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_address_pool_ranges_router_id_from_address",
                table: "address_pool_ranges",
                columns: new[] { "router_id", "from_address" });

            migrationBuilder.CreateIndex(
                name: "ix_address_pools_router_id_family_name",
                table: "address_pools",
                columns: new[] { "router_id", "family", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_address_pools_used_permille",
                table: "address_pools",
                column: "used_permille");

            migrationBuilder.CreateIndex(
                name: "ix_alert_incidents_key_opened_at_utc",
                table: "alert_incidents",
                columns: new[] { "key", "opened_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_alert_incidents_next_step_at_utc",
                table: "alert_incidents",
                column: "next_step_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_alert_incidents_open_key",
                table: "alert_incidents",
                column: "open_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alert_incidents_opened_at_utc",
                table: "alert_incidents",
                column: "opened_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_alert_incidents_owes_all_clear",
                table: "alert_incidents",
                column: "owes_all_clear");

            migrationBuilder.CreateIndex(
                name: "ix_alert_incidents_router_id_opened_at_utc",
                table: "alert_incidents",
                columns: new[] { "router_id", "opened_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_alert_incidents_rule_id_opened_at_utc",
                table: "alert_incidents",
                columns: new[] { "rule_id", "opened_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_alert_incidents_subject_id_opened_at_utc",
                table: "alert_incidents",
                columns: new[] { "subject_id", "opened_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_alert_incidents_suppressed_by_id",
                table: "alert_incidents",
                column: "suppressed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_alert_moments_incident_id_at_utc",
                table: "alert_moments",
                columns: new[] { "incident_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_alert_policies_name",
                table: "alert_policies",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alert_rules_built_in_key",
                table: "alert_rules",
                column: "built_in_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alert_rules_policy_id",
                table: "alert_rules",
                column: "policy_id");

            migrationBuilder.CreateIndex(
                name: "ix_alert_told_incident_id_channel_address",
                table: "alert_told",
                columns: new[] { "incident_id", "channel", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_created_at_utc",
                table: "api_keys",
                column: "created_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_maker_id",
                table: "api_keys",
                column: "maker_id");

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_prefix",
                table: "api_keys",
                column: "prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_actor_id_at_utc",
                table: "audit_entries",
                columns: new[] { "actor_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_utc",
                table: "audit_entries",
                column: "at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_entity_entity_id_at_utc",
                table: "audit_entries",
                columns: new[] { "entity", "entity_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_billing_accounts_customer_id",
                table: "billing_accounts",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_billing_accounts_number",
                table: "billing_accounts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_billing_accounts_search_key",
                table: "billing_accounts",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_billing_run_items_billing_account_id",
                table: "billing_run_items",
                column: "billing_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_billing_run_items_run_id_state_billing_account_id",
                table: "billing_run_items",
                columns: new[] { "run_id", "state", "billing_account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_billing_run_items_run_id_unusual_billing_account_id",
                table: "billing_run_items",
                columns: new[] { "run_id", "unusual", "billing_account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_billing_runs_created_at_utc",
                table: "billing_runs",
                column: "created_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_billing_runs_number",
                table: "billing_runs",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_billing_runs_state_created_at_utc",
                table: "billing_runs",
                columns: new[] { "state", "created_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_bulk_run_items_run_id_state_place",
                table: "bulk_run_items",
                columns: new[] { "run_id", "state", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_bulk_run_items_subscription_id",
                table: "bulk_run_items",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_runs_created_at_utc",
                table: "bulk_runs",
                column: "created_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_runs_state",
                table: "bulk_runs",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_cables_from_node_id",
                table: "cables",
                column: "from_node_id");

            migrationBuilder.CreateIndex(
                name: "ix_cables_name_key",
                table: "cables",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cables_to_node_id",
                table: "cables",
                column: "to_node_id");

            migrationBuilder.CreateIndex(
                name: "ix_charge_claims_invoice_id_line_no",
                table: "charge_claims",
                columns: new[] { "invoice_id", "line_no" });

            migrationBuilder.CreateIndex(
                name: "ix_core_joints_node_id",
                table: "core_joints",
                column: "node_id");

            migrationBuilder.CreateIndex(
                name: "ix_credit_notes_billing_account_id_issued_on",
                table: "credit_notes",
                columns: new[] { "billing_account_id", "issued_on" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_notes_customer_id",
                table: "credit_notes",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_credit_notes_invoice_id",
                table: "credit_notes",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_credit_notes_issued_on_id",
                table: "credit_notes",
                columns: new[] { "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_notes_key",
                table: "credit_notes",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_notes_number",
                table: "credit_notes",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_notes_search_key",
                table: "credit_notes",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_customer_contacts_customer_id",
                table: "customer_contacts",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_contacts_phone",
                table: "customer_contacts",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_customer_document_history_customer_id_at_utc",
                table: "customer_document_history",
                columns: new[] { "customer_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_document_history_document_id",
                table: "customer_document_history",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_documents_customer_id_uploaded_at_utc",
                table: "customer_documents",
                columns: new[] { "customer_id", "uploaded_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_documents_expires_on_id_removed_at_utc_former_owner_id",
                table: "customer_documents",
                columns: new[] { "expires_on", "id", "removed_at_utc", "former_owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_documents_former_owner_id",
                table: "customer_documents",
                column: "former_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_documents_state_uploaded_at_utc_id_removed_at_utc_former_owner_id",
                table: "customer_documents",
                columns: new[] { "state", "uploaded_at_utc", "id", "removed_at_utc", "former_owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_documents_stored_as",
                table: "customer_documents",
                column: "stored_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customer_documents_uploaded_at_utc_id_removed_at_utc_former_owner_id",
                table: "customer_documents",
                columns: new[] { "uploaded_at_utc", "id", "removed_at_utc", "former_owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_history_customer_id_at_utc",
                table: "customer_history",
                columns: new[] { "customer_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_history_former_owner_id",
                table: "customer_history",
                column: "former_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_import_lines_customer_id",
                table: "customer_import_lines",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_import_lines_import_id_verdict_number",
                table: "customer_import_lines",
                columns: new[] { "import_id", "verdict", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_import_lines_other_id",
                table: "customer_import_lines",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_imports_created_at_utc",
                table: "customer_imports",
                column: "created_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_customer_imports_headings_hash_created_at_utc",
                table: "customer_imports",
                columns: new[] { "headings_hash", "created_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_imports_state_started_at_utc",
                table: "customer_imports",
                columns: new[] { "state", "started_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_notes_customer_id_at_utc",
                table: "customer_notes",
                columns: new[] { "customer_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_notes_former_owner_id",
                table: "customer_notes",
                column: "former_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_search_entries_customer_id_part",
                table: "customer_search_entries",
                columns: new[] { "customer_id", "part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customer_tags_tag_customer_id",
                table: "customer_tags",
                columns: new[] { "tag", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_city_key_name_key_id_removed_at_utc",
                table: "customers",
                columns: new[] { "city_key", "name_key", "id", "removed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_external_code",
                table: "customers",
                column: "external_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_id_removed_at_utc_name_key",
                table: "customers",
                columns: new[] { "id", "removed_at_utc", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_identity_hash",
                table: "customers",
                column: "identity_hash");

            migrationBuilder.CreateIndex(
                name: "ix_customers_kind_name_key_id_removed_at_utc",
                table: "customers",
                columns: new[] { "kind", "name_key", "id", "removed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_merged_into_id",
                table: "customers",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_key_id_removed_at_utc",
                table: "customers",
                columns: new[] { "name_key", "id", "removed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_sound",
                table: "customers",
                column: "name_sound");

            migrationBuilder.CreateIndex(
                name: "ix_customers_number",
                table: "customers",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_phone",
                table: "customers",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_customers_registered_on_id_removed_at_utc",
                table: "customers",
                columns: new[] { "registered_on", "id", "removed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_status_kind_name_key_id_city_key_removed_at_utc",
                table: "customers",
                columns: new[] { "status", "kind", "name_key", "id", "city_key", "removed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_status_name_key_id_removed_at_utc",
                table: "customers",
                columns: new[] { "status", "name_key", "id", "removed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_tax_id_hash",
                table: "customers",
                column: "tax_id_hash");

            migrationBuilder.CreateIndex(
                name: "ix_customers_updated_at_utc_id_removed_at_utc",
                table: "customers",
                columns: new[] { "updated_at_utc", "id", "removed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_dashboard_links_dashboard_id",
                table: "dashboard_links",
                column: "dashboard_id");

            migrationBuilder.CreateIndex(
                name: "ix_dashboard_links_token_hash",
                table: "dashboard_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dashboards_owner_id",
                table: "dashboards",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_dashboards_visibility_name",
                table: "dashboards",
                columns: new[] { "visibility", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_day_closing_totals_closing_id_account_sub_account",
                table: "day_closing_totals",
                columns: new[] { "closing_id", "account", "sub_account" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_day_closings_on",
                table: "day_closings",
                column: "on",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deferred_parts_is_recognised_to_on",
                table: "deferred_parts",
                columns: new[] { "is_recognised", "to_on" });

            migrationBuilder.CreateIndex(
                name: "ix_desired_accesses_claimed_address",
                table: "desired_accesses",
                column: "claimed_address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_desired_accesses_fixed_address_number",
                table: "desired_accesses",
                column: "fixed_address_number");

            migrationBuilder.CreateIndex(
                name: "ix_desired_accesses_keep_disabled_until_utc",
                table: "desired_accesses",
                column: "keep_disabled_until_utc");

            migrationBuilder.CreateIndex(
                name: "ix_desired_accesses_kept_by_lifecycle",
                table: "desired_accesses",
                columns: new[] { "kept_by", "lifecycle" });

            migrationBuilder.CreateIndex(
                name: "ix_desired_accesses_username_key",
                table: "desired_accesses",
                column: "username_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_desired_profiles_router_id_service_name",
                table: "desired_profiles",
                columns: new[] { "router_id", "service", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_device_models_search_key",
                table: "device_models",
                column: "search_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_device_movements_device_id_number",
                table: "device_movements",
                columns: new[] { "device_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_device_movements_from_customer_id_at_utc",
                table: "device_movements",
                columns: new[] { "from_customer_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_device_movements_from_subscription_id",
                table: "device_movements",
                column: "from_subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_device_movements_from_warehouse_id",
                table: "device_movements",
                column: "from_warehouse_id");

            migrationBuilder.CreateIndex(
                name: "ix_device_movements_to_customer_id_at_utc",
                table: "device_movements",
                columns: new[] { "to_customer_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_device_movements_to_subscription_id",
                table: "device_movements",
                column: "to_subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_device_movements_to_warehouse_id",
                table: "device_movements",
                column: "to_warehouse_id");

            migrationBuilder.CreateIndex(
                name: "ix_devices_customer_id_serial",
                table: "devices",
                columns: new[] { "customer_id", "serial" });

            migrationBuilder.CreateIndex(
                name: "ix_devices_holder_id_serial",
                table: "devices",
                columns: new[] { "holder_id", "serial" });

            migrationBuilder.CreateIndex(
                name: "ix_devices_mac",
                table: "devices",
                column: "mac",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_devices_model_id_place_serial",
                table: "devices",
                columns: new[] { "model_id", "place", "serial" });

            migrationBuilder.CreateIndex(
                name: "ix_devices_place_serial",
                table: "devices",
                columns: new[] { "place", "serial" });

            migrationBuilder.CreateIndex(
                name: "ix_devices_placed_at_utc_id",
                table: "devices",
                columns: new[] { "placed_at_utc", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_devices_search_key",
                table: "devices",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_devices_serial",
                table: "devices",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_devices_subscription_id",
                table: "devices",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_devices_warehouse_id_serial",
                table: "devices",
                columns: new[] { "warehouse_id", "serial" });

            migrationBuilder.CreateIndex(
                name: "ix_drift_items_access_id",
                table: "drift_items",
                column: "access_id");

            migrationBuilder.CreateIndex(
                name: "ix_drift_items_changed_by",
                table: "drift_items",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_drift_items_first_seen_at_utc",
                table: "drift_items",
                column: "first_seen_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_drift_items_monthly_cost",
                table: "drift_items",
                column: "monthly_cost");

            migrationBuilder.CreateIndex(
                name: "ix_drift_items_router_id_kind",
                table: "drift_items",
                columns: new[] { "router_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_drop_lines_drop_id",
                table: "drop_lines",
                column: "drop_id");

            migrationBuilder.CreateIndex(
                name: "ix_drops_odp_id_port",
                table: "drops",
                columns: new[] { "odp_id", "port" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_drops_ont_serial",
                table: "drops",
                column: "ont_serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dunning_accounts_isolated_run_id",
                table: "dunning_accounts",
                column: "isolated_run_id");

            migrationBuilder.CreateIndex(
                name: "ix_dunning_accounts_stage_oldest_due_on",
                table: "dunning_accounts",
                columns: new[] { "stage", "oldest_due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_dunning_entries_billing_account_id_at_utc",
                table: "dunning_entries",
                columns: new[] { "billing_account_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_dunning_notices_is_waiting_queued_at_utc",
                table: "dunning_notices",
                columns: new[] { "is_waiting", "queued_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_former_owners_customer_id",
                table: "former_owners",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_found_addresses_address",
                table: "found_addresses",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_found_addresses_router_id_service_username_is_lease",
                table: "found_addresses",
                columns: new[] { "router_id", "service", "username", "is_lease" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_caller_key_hash",
                table: "idempotency_records",
                columns: new[] { "caller", "key_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_created_at_utc",
                table: "idempotency_records",
                column: "created_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_import_drafts_access_id",
                table: "import_drafts",
                column: "access_id");

            migrationBuilder.CreateIndex(
                name: "ix_import_drafts_run_id_verdict",
                table: "import_drafts",
                columns: new[] { "run_id", "verdict" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_created_at_utc",
                table: "imports",
                column: "created_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_imports_router_id",
                table: "imports",
                column: "router_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_bundle_items_invoice_id",
                table: "invoice_bundle_items",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_bundles_expires_at_utc",
                table: "invoice_bundles",
                column: "expires_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_bundles_state_requested_at_utc",
                table: "invoice_bundles",
                columns: new[] { "state", "requested_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_bundles_stored_as",
                table: "invoice_bundles",
                column: "stored_as");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_lines_subscription_id_to_on",
                table: "invoice_lines",
                columns: new[] { "subscription_id", "to_on" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_based_on_id",
                table: "invoices",
                column: "based_on_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoices_billing_account_id_issued_on",
                table: "invoices",
                columns: new[] { "billing_account_id", "issued_on" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_customer_id_issued_on",
                table: "invoices",
                columns: new[] { "customer_id", "issued_on" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_issued_on_id",
                table: "invoices",
                columns: new[] { "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_number",
                table: "invoices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_open",
                table: "invoices",
                columns: new[] { "settled_at_utc", "state", "billing_account_id", "kind", "due_on", "total_minor", "withheld_minor", "collected_minor", "settled_minor" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_run_id",
                table: "invoices",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoices_search_key",
                table: "invoices",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_invoices_state_kind_due_on",
                table: "invoices",
                columns: new[] { "state", "kind", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_isolir_run_items_billing_account_id",
                table: "isolir_run_items",
                column: "billing_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_isolir_run_items_run_id_overdue_minor_billing_account_id",
                table: "isolir_run_items",
                columns: new[] { "run_id", "overdue_minor", "billing_account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_isolir_run_items_run_id_state_billing_account_id",
                table: "isolir_run_items",
                columns: new[] { "run_id", "state", "billing_account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_isolir_run_lines_run_id_billing_account_id",
                table: "isolir_run_lines",
                columns: new[] { "run_id", "billing_account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_isolir_run_lines_state_billing_account_id",
                table: "isolir_run_lines",
                columns: new[] { "state", "billing_account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_isolir_run_lines_subscription_id",
                table: "isolir_run_lines",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_isolir_runs_created_at_utc",
                table: "isolir_runs",
                column: "created_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_isolir_runs_day_key",
                table: "isolir_runs",
                column: "day_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_isolir_runs_number",
                table: "isolir_runs",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_isolir_runs_on",
                table: "isolir_runs",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_isolir_runs_state_created_at_utc",
                table: "isolir_runs",
                columns: new[] { "state", "created_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_joint_ends_owner_id_kind_number_side",
                table: "joint_ends",
                columns: new[] { "owner_id", "kind", "number", "side" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_late_fee_waivers_billing_account_id",
                table: "late_fee_waivers",
                column: "billing_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_late_fee_waivers_invoice_id_step",
                table: "late_fee_waivers",
                columns: new[] { "invoice_id", "step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_account_posted_on_id",
                table: "ledger_entries",
                columns: new[] { "account", "posted_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_billing_account_id_posted_on_id",
                table: "ledger_entries",
                columns: new[] { "billing_account_id", "posted_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_invoice_id",
                table: "ledger_entries",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_posted_on_id",
                table: "ledger_entries",
                columns: new[] { "posted_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_transaction_id",
                table: "ledger_entries",
                column: "transaction_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_transactions_document_id",
                table: "ledger_transactions",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_transactions_key",
                table: "ledger_transactions",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_transactions_reference",
                table: "ledger_transactions",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "ix_line_deliveries_batch_id",
                table: "line_deliveries",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_line_deliveries_plan_id",
                table: "line_deliveries",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_line_deliveries_state_next_try_at_utc",
                table: "line_deliveries",
                columns: new[] { "state", "next_try_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_windows_to_utc",
                table: "maintenance_windows",
                column: "to_utc");

            migrationBuilder.CreateIndex(
                name: "ix_message_senders_name",
                table: "message_senders",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_message_templates_event_channel_language",
                table: "message_templates",
                columns: new[] { "event", "channel", "language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_channel_address_state",
                table: "messages",
                columns: new[] { "channel", "address", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_customer_id_queued_at_utc",
                table: "messages",
                columns: new[] { "customer_id", "queued_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_provider_id",
                table: "messages",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_queued_at_utc",
                table: "messages",
                column: "queued_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_messages_state_channel_rank_next_attempt_at_utc",
                table: "messages",
                columns: new[] { "state", "channel", "rank", "next_attempt_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_state_not_after_utc",
                table: "messages",
                columns: new[] { "state", "not_after_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_subject_id_kind_channel_address",
                table: "messages",
                columns: new[] { "subject_id", "kind", "channel", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_odp_ports_drop_id",
                table: "odp_ports",
                column: "drop_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_odp_ports_reserved_for",
                table: "odp_ports",
                column: "reserved_for");

            migrationBuilder.CreateIndex(
                name: "ix_on_call_overrides_to_utc",
                table: "on_call_overrides",
                column: "to_utc");

            migrationBuilder.CreateIndex(
                name: "ix_opening_imports_created_at_utc",
                table: "opening_imports",
                column: "created_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_opening_items_booked_key",
                table: "opening_items",
                column: "booked_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opening_items_import_id_verdict_row",
                table: "opening_items",
                columns: new[] { "import_id", "verdict", "row" });

            migrationBuilder.CreateIndex(
                name: "ix_opening_items_invoice_id",
                table: "opening_items",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_opening_items_subscription_id_verdict",
                table: "opening_items",
                columns: new[] { "subscription_id", "verdict" });

            migrationBuilder.CreateIndex(
                name: "ix_optical_readings_at_utc",
                table: "optical_readings",
                column: "at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_outage_lines_access_id_from_utc",
                table: "outage_lines",
                columns: new[] { "access_id", "from_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_outages_open_key",
                table: "outages",
                column: "open_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outages_started_at_utc",
                table: "outages",
                column: "started_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_outages_state_started_at_utc",
                table: "outages",
                columns: new[] { "state", "started_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_deliveries_event_id_handler",
                table: "outbox_deliveries",
                columns: new[] { "event_id", "handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_deliveries_state_handler_aggregate_id_event_id",
                table: "outbox_deliveries",
                columns: new[] { "state", "handler", "aggregate_id", "event_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_deliveries_state_next_attempt_at_utc",
                table: "outbox_deliveries",
                columns: new[] { "state", "next_attempt_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_events_occurred_at_utc",
                table: "outbox_events",
                column: "occurred_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_payment_promises_billing_account_id_created_at_utc",
                table: "payment_promises",
                columns: new[] { "billing_account_id", "created_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_promises_state_created_at_utc",
                table: "payment_promises",
                columns: new[] { "state", "created_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_add_on_plans_plan_id",
                table: "plan_add_on_plans",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_add_ons_code",
                table: "plan_add_ons",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_prices_plan_id_valid_from_on",
                table: "plan_prices",
                columns: new[] { "plan_id", "valid_from_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_promotion_plans_plan_id",
                table: "plan_promotion_plans",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_promotions_coupon",
                table: "plan_promotions",
                column: "coupon",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_promotions_valid_from_on",
                table: "plan_promotions",
                column: "valid_from_on");

            migrationBuilder.CreateIndex(
                name: "ix_plan_router_profiles_router_id",
                table: "plan_router_profiles",
                column: "router_id");

            migrationBuilder.CreateIndex(
                name: "ix_plant_edits_element_id_revision",
                table: "plant_edits",
                columns: new[] { "element_id", "revision" });

            migrationBuilder.CreateIndex(
                name: "ix_plant_edits_revision",
                table: "plant_edits",
                column: "revision",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plant_nodes_kind_name_key",
                table: "plant_nodes",
                columns: new[] { "kind", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_plant_nodes_name_key",
                table: "plant_nodes",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plant_nodes_router_id",
                table: "plant_nodes",
                column: "router_id");

            migrationBuilder.CreateIndex(
                name: "ix_plant_nodes_site_id",
                table: "plant_nodes",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_plant_photos_node_id_place",
                table: "plant_photos",
                columns: new[] { "node_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plant_photos_stored_as",
                table: "plant_photos",
                column: "stored_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quota_top_ups_subscription_id_created_at_utc",
                table: "quota_top_ups",
                columns: new[] { "subscription_id", "created_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_radio_links_from_node_id",
                table: "radio_links",
                column: "from_node_id");

            migrationBuilder.CreateIndex(
                name: "ix_radio_links_name_key",
                table: "radio_links",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_radio_links_to_node_id",
                table: "radio_links",
                column: "to_node_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_parts_billing_account_id",
                table: "receipt_parts",
                column: "billing_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_parts_invoice_id",
                table: "receipt_parts",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_billing_account_id",
                table: "receipts",
                column: "billing_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_key",
                table: "receipts",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receipts_number",
                table: "receipts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receipts_paid_at_utc_id",
                table: "receipts",
                columns: new[] { "paid_at_utc", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_receipts_paid_on",
                table: "receipts",
                column: "paid_on");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_reference",
                table: "receipts",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_search_key",
                table: "receipts",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_recovery_codes_user_id_code_hash",
                table: "recovery_codes",
                columns: new[] { "user_id", "code_hash" });

            migrationBuilder.CreateIndex(
                name: "ix_refresh_tokens_expires_at_utc",
                table: "refresh_tokens",
                column: "expires_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_refresh_tokens_family_id",
                table: "refresh_tokens",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_refresh_tokens_token_hash",
                table: "refresh_tokens",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_refresh_tokens_user_id",
                table: "refresh_tokens",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_refunds_billing_account_id",
                table: "refunds",
                column: "billing_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_refunds_key",
                table: "refunds",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_refunds_number",
                table: "refunds",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_refunds_paid_on_id",
                table: "refunds",
                columns: new[] { "paid_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_refunds_search_key",
                table: "refunds",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_report_files_stored_as",
                table: "report_files",
                column: "stored_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_schedules_name",
                table: "report_schedules",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_reports_requested_at_utc",
                table: "reports",
                column: "requested_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_reports_schedule_id_requested_at_utc",
                table: "reports",
                columns: new[] { "schedule_id", "requested_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_reports_schedule_key",
                table: "reports",
                column: "schedule_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_state_requested_at_utc",
                table: "reports",
                columns: new[] { "state", "requested_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_router_backups_router_id_taken_at_utc",
                table: "router_backups",
                columns: new[] { "router_id", "taken_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_router_events_access_id_at_utc",
                table: "router_events",
                columns: new[] { "access_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_router_events_at_utc",
                table: "router_events",
                column: "at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_router_events_kind_at_utc",
                table: "router_events",
                columns: new[] { "kind", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_router_events_router_id_at_utc",
                table: "router_events",
                columns: new[] { "router_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_routers_address_key",
                table: "routers",
                column: "address_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_routers_name_key",
                table: "routers",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_plans_slug",
                table: "service_plans",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_plans_sort_order_name",
                table: "service_plans",
                columns: new[] { "sort_order", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_session_records_access_id_ended_at_utc",
                table: "session_records",
                columns: new[] { "access_id", "ended_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_session_records_access_id_started_at_utc",
                table: "session_records",
                columns: new[] { "access_id", "started_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_session_records_address_started_at_utc",
                table: "session_records",
                columns: new[] { "address", "started_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_session_records_ended_at_utc",
                table: "session_records",
                column: "ended_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_session_records_router_id_ended_at_utc",
                table: "session_records",
                columns: new[] { "router_id", "ended_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_session_records_router_id_started_at_utc",
                table: "session_records",
                columns: new[] { "router_id", "started_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_session_records_started_at_utc",
                table: "session_records",
                column: "started_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_sign_up_drafts_customer_id",
                table: "sign_up_drafts",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_sign_up_drafts_updated_at_utc",
                table: "sign_up_drafts",
                column: "updated_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_site_routers_node_id",
                table: "site_routers",
                column: "node_id");

            migrationBuilder.CreateIndex(
                name: "ix_speed_campaign_changes_access_id",
                table: "speed_campaign_changes",
                column: "access_id");

            migrationBuilder.CreateIndex(
                name: "ix_speed_campaign_changes_campaign_id",
                table: "speed_campaign_changes",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_speed_campaign_changes_plan_id",
                table: "speed_campaign_changes",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_speed_campaign_changes_router_id",
                table: "speed_campaign_changes",
                column: "router_id");

            migrationBuilder.CreateIndex(
                name: "ix_speed_campaign_plans_plan_id",
                table: "speed_campaign_plans",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_speed_campaigns_state_starts_at_utc",
                table: "speed_campaigns",
                columns: new[] { "state", "starts_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_splitters_node_id_name",
                table: "splitters",
                columns: new[] { "node_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stock_counts_open_for",
                table: "stock_counts",
                column: "open_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stock_counts_started_at_utc_id",
                table: "stock_counts",
                columns: new[] { "started_at_utc", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_stock_counts_warehouse_id",
                table: "stock_counts",
                column: "warehouse_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_add_ons_add_on_id",
                table: "subscription_add_ons",
                column: "add_on_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_add_ons_subscription_id_from_on",
                table: "subscription_add_ons",
                columns: new[] { "subscription_id", "from_on" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_changes_state_due_on",
                table: "subscription_changes",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_changes_subscription_id",
                table: "subscription_changes",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_history_customer_id_at_utc",
                table: "subscription_history",
                columns: new[] { "customer_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_history_subscription_id_at_utc",
                table: "subscription_history",
                columns: new[] { "subscription_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_pauses_subscription_id",
                table: "subscription_pauses",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_promotions_promotion_id",
                table: "subscription_promotions",
                column: "promotion_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_promotions_subscription_id_from_on",
                table: "subscription_promotions",
                columns: new[] { "subscription_id", "from_on" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_quotas_access_id",
                table: "subscription_quotas",
                column: "access_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_quotas_closed_at_utc_subscription_id",
                table: "subscription_quotas",
                columns: new[] { "closed_at_utc", "subscription_id" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_terms_plan_id",
                table: "subscription_terms",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_terms_price_id",
                table: "subscription_terms",
                column: "price_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_access_id",
                table: "subscriptions",
                column: "access_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_billing_account_id",
                table: "subscriptions",
                column: "billing_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_customer_id",
                table: "subscriptions",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_ends_on_id_status",
                table: "subscriptions",
                columns: new[] { "ends_on", "id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_is_trial_number_status",
                table: "subscriptions",
                columns: new[] { "is_trial", "number", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_night_percent",
                table: "subscriptions",
                column: "night_percent");

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_number",
                table: "subscriptions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_plan_id_number_status",
                table: "subscriptions",
                columns: new[] { "plan_id", "number", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_plan_id_router_id_status_is_trial_price",
                table: "subscriptions",
                columns: new[] { "plan_id", "router_id", "status", "is_trial", "price" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_price_id",
                table: "subscriptions",
                column: "price_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_router_id_number_status",
                table: "subscriptions",
                columns: new[] { "router_id", "number", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_starts_on_id",
                table: "subscriptions",
                columns: new[] { "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_status_number",
                table: "subscriptions",
                columns: new[] { "status", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_updated_at_utc_id",
                table: "subscriptions",
                columns: new[] { "updated_at_utc", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_username_id",
                table: "subscriptions",
                columns: new[] { "username", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_charges_subscription_id_period_from_on",
                table: "usage_charges",
                columns: new[] { "subscription_id", "period_from_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_roles_role",
                table: "user_roles",
                column: "role");

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_warehouses_search_key",
                table: "warehouses",
                column: "search_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_withholding_slips_billing_account_id",
                table: "withholding_slips",
                column: "billing_account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_placements");

            migrationBuilder.DropTable(
                name: "access_plan_findings");

            migrationBuilder.DropTable(
                name: "access_plan_places");

            migrationBuilder.DropTable(
                name: "access_plan_steps");

            migrationBuilder.DropTable(
                name: "account_links");

            migrationBuilder.DropTable(
                name: "address_conflict_parties");

            migrationBuilder.DropTable(
                name: "address_pool_ranges");

            migrationBuilder.DropTable(
                name: "address_readings");

            migrationBuilder.DropTable(
                name: "alert_contacts");

            migrationBuilder.DropTable(
                name: "alert_incidents");

            migrationBuilder.DropTable(
                name: "alert_moments");

            migrationBuilder.DropTable(
                name: "alert_policies");

            migrationBuilder.DropTable(
                name: "alert_rules");

            migrationBuilder.DropTable(
                name: "alert_told");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "billing_run_items");

            migrationBuilder.DropTable(
                name: "billing_terms");

            migrationBuilder.DropTable(
                name: "bulk_run_items");

            migrationBuilder.DropTable(
                name: "cables");

            migrationBuilder.DropTable(
                name: "charge_claims");

            migrationBuilder.DropTable(
                name: "company_logos");

            migrationBuilder.DropTable(
                name: "credit_note_lines");

            migrationBuilder.DropTable(
                name: "customer_contacts");

            migrationBuilder.DropTable(
                name: "customer_document_history");

            migrationBuilder.DropTable(
                name: "customer_history");

            migrationBuilder.DropTable(
                name: "customer_import_contents");

            migrationBuilder.DropTable(
                name: "customer_import_lines");

            migrationBuilder.DropTable(
                name: "customer_notes");

            migrationBuilder.DropTable(
                name: "customer_search_entries");

            migrationBuilder.DropTable(
                name: "customer_tags");

            migrationBuilder.DropTable(
                name: "dashboard_links");

            migrationBuilder.DropTable(
                name: "day_closing_totals");

            migrationBuilder.DropTable(
                name: "deferred_parts");

            migrationBuilder.DropTable(
                name: "desired_profiles");

            migrationBuilder.DropTable(
                name: "device_movements");

            migrationBuilder.DropTable(
                name: "drift_checks");

            migrationBuilder.DropTable(
                name: "drift_items");

            migrationBuilder.DropTable(
                name: "drop_lines");

            migrationBuilder.DropTable(
                name: "dunning_accounts");

            migrationBuilder.DropTable(
                name: "dunning_entries");

            migrationBuilder.DropTable(
                name: "dunning_notices");

            migrationBuilder.DropTable(
                name: "dunning_terms");

            migrationBuilder.DropTable(
                name: "found_addresses");

            migrationBuilder.DropTable(
                name: "idempotency_records");

            migrationBuilder.DropTable(
                name: "import_drafts");

            migrationBuilder.DropTable(
                name: "interface_speeds");

            migrationBuilder.DropTable(
                name: "invoice_bundle_items");

            migrationBuilder.DropTable(
                name: "invoice_lines");

            migrationBuilder.DropTable(
                name: "invoice_tax_lines");

            migrationBuilder.DropTable(
                name: "isolir_checks");

            migrationBuilder.DropTable(
                name: "isolir_run_items");

            migrationBuilder.DropTable(
                name: "isolir_run_lines");

            migrationBuilder.DropTable(
                name: "job_records");

            migrationBuilder.DropTable(
                name: "joint_ends");

            migrationBuilder.DropTable(
                name: "late_fee_waivers");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "line_deliveries");

            migrationBuilder.DropTable(
                name: "maintenance_windows");

            migrationBuilder.DropTable(
                name: "message_contacts");

            migrationBuilder.DropTable(
                name: "message_opt_outs");

            migrationBuilder.DropTable(
                name: "message_sender_paces");

            migrationBuilder.DropTable(
                name: "message_templates");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "number_sequences");

            migrationBuilder.DropTable(
                name: "odp_ports");

            migrationBuilder.DropTable(
                name: "on_call_overrides");

            migrationBuilder.DropTable(
                name: "on_call_schedules");

            migrationBuilder.DropTable(
                name: "opening_items");

            migrationBuilder.DropTable(
                name: "optical_readings");

            migrationBuilder.DropTable(
                name: "outage_lines");

            migrationBuilder.DropTable(
                name: "outbox_deliveries");

            migrationBuilder.DropTable(
                name: "payment_promise_parts");

            migrationBuilder.DropTable(
                name: "plan_add_on_plans");

            migrationBuilder.DropTable(
                name: "plan_promotion_plans");

            migrationBuilder.DropTable(
                name: "plan_router_profiles");

            migrationBuilder.DropTable(
                name: "plant_edits");

            migrationBuilder.DropTable(
                name: "plant_photos");

            migrationBuilder.DropTable(
                name: "plant_revisions");

            migrationBuilder.DropTable(
                name: "quota_top_ups");

            migrationBuilder.DropTable(
                name: "radio_links");

            migrationBuilder.DropTable(
                name: "receipt_money");

            migrationBuilder.DropTable(
                name: "receipt_parts");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "refresh_tokens");

            migrationBuilder.DropTable(
                name: "refunds");

            migrationBuilder.DropTable(
                name: "report_files");

            migrationBuilder.DropTable(
                name: "report_schedules");

            migrationBuilder.DropTable(
                name: "router_backups");

            migrationBuilder.DropTable(
                name: "router_canaries");

            migrationBuilder.DropTable(
                name: "router_events");

            migrationBuilder.DropTable(
                name: "router_images");

            migrationBuilder.DropTable(
                name: "router_leases");

            migrationBuilder.DropTable(
                name: "router_profile_readings");

            migrationBuilder.DropTable(
                name: "session_records");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "sign_up_drafts");

            migrationBuilder.DropTable(
                name: "site_routers");

            migrationBuilder.DropTable(
                name: "speed_campaign_changes");

            migrationBuilder.DropTable(
                name: "speed_campaign_plans");

            migrationBuilder.DropTable(
                name: "splitters");

            migrationBuilder.DropTable(
                name: "stock_count_lines");

            migrationBuilder.DropTable(
                name: "subscription_add_ons");

            migrationBuilder.DropTable(
                name: "subscription_changes");

            migrationBuilder.DropTable(
                name: "subscription_history");

            migrationBuilder.DropTable(
                name: "subscription_holds");

            migrationBuilder.DropTable(
                name: "subscription_pauses");

            migrationBuilder.DropTable(
                name: "subscription_promotions");

            migrationBuilder.DropTable(
                name: "subscription_quotas");

            migrationBuilder.DropTable(
                name: "subscription_terms");

            migrationBuilder.DropTable(
                name: "token_signing_keys");

            migrationBuilder.DropTable(
                name: "usage_charges");

            migrationBuilder.DropTable(
                name: "user_claims");

            migrationBuilder.DropTable(
                name: "user_logins");

            migrationBuilder.DropTable(
                name: "user_roles");

            migrationBuilder.DropTable(
                name: "user_tokens");

            migrationBuilder.DropTable(
                name: "withholding_slips");

            migrationBuilder.DropTable(
                name: "desired_accesses");

            migrationBuilder.DropTable(
                name: "access_plan_routers");

            migrationBuilder.DropTable(
                name: "address_conflicts");

            migrationBuilder.DropTable(
                name: "address_pools");

            migrationBuilder.DropTable(
                name: "bulk_runs");

            migrationBuilder.DropTable(
                name: "credit_notes");

            migrationBuilder.DropTable(
                name: "customer_documents");

            migrationBuilder.DropTable(
                name: "customer_imports");

            migrationBuilder.DropTable(
                name: "dashboards");

            migrationBuilder.DropTable(
                name: "day_closings");

            migrationBuilder.DropTable(
                name: "devices");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "invoice_bundles");

            migrationBuilder.DropTable(
                name: "isolir_runs");

            migrationBuilder.DropTable(
                name: "core_joints");

            migrationBuilder.DropTable(
                name: "ledger_transactions");

            migrationBuilder.DropTable(
                name: "message_senders");

            migrationBuilder.DropTable(
                name: "drops");

            migrationBuilder.DropTable(
                name: "opening_imports");

            migrationBuilder.DropTable(
                name: "outages");

            migrationBuilder.DropTable(
                name: "outbox_events");

            migrationBuilder.DropTable(
                name: "payment_promises");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "speed_campaigns");

            migrationBuilder.DropTable(
                name: "stock_counts");

            migrationBuilder.DropTable(
                name: "plan_add_ons");

            migrationBuilder.DropTable(
                name: "plan_promotions");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "access_plans");

            migrationBuilder.DropTable(
                name: "invoices");

            migrationBuilder.DropTable(
                name: "former_owners");

            migrationBuilder.DropTable(
                name: "device_models");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "plant_nodes");

            migrationBuilder.DropTable(
                name: "warehouses");

            migrationBuilder.DropTable(
                name: "billing_runs");

            migrationBuilder.DropTable(
                name: "accesses");

            migrationBuilder.DropTable(
                name: "billing_accounts");

            migrationBuilder.DropTable(
                name: "plan_prices");

            migrationBuilder.DropTable(
                name: "routers");

            migrationBuilder.DropTable(
                name: "customers");

            migrationBuilder.DropTable(
                name: "service_plans");
        }
    }
}
