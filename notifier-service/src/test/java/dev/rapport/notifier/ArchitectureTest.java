package dev.rapport.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rapport.notifier");

    @Test
    void shouldPlanWithoutAnyFramework() {
        classes()
                .that()
                .resideInAPackage("..planning..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "dev.rapport.events..",
                        "dev.rapport.notifier.planning..",
                        "com.fasterxml.jackson.annotation..")
                .check(SERVICE);
    }

    @Test
    void shouldKeepFeaturesFreeOfCycles() {
        slices().matching("dev.rapport.notifier.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }
}
